#include "experiments/program.h"

#include <boost/program_options.hpp>
#include <iostream>

namespace micropol::experiments {

namespace po = boost::program_options;

int program(int count, char** words, po::options_description& options,
            std::function<bool(po::variables_map const& given, int threads)> const& run) {
    options.add_options()("help", "this text")("threads", po::value<int>()->default_value(0), "threads; 0: all processors");
    try {
        po::variables_map given;
        po::store(po::parse_command_line(count, words, options), given);
        if (given.count("help") > 0) return std::cout << options, 0;
        int const threads = given["threads"].as<int>();
        if (threads < 0) throw po::error("threads are counted from 0: all processors");
        return run(given, threads) ? 0 : 1;
    } catch (po::error const& wrong) {
        std::cerr << "error: " << wrong.what() << '\n';
        return 2;
    } catch (std::exception const& failed) {
        std::cerr << "error: " << failed.what() << '\n';
        return 1;
    }
}

}  // namespace micropol::experiments
