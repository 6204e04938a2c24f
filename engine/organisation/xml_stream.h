#pragma once
// XML read as it comes, from a source that is not trusted: no entities, no depth without end.

#include <exception>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "organisation/table.h"

struct XML_ParserStruct;

namespace micropol {

class XmlStream {
  public:
    using Attributes = std::map<std::string, std::string, std::less<>>;

    XmlStream(std::string file, std::vector<Problem>& problems, int most_depth);
    virtual ~XmlStream() = default;
    XmlStream(XmlStream const&) = delete;
    XmlStream& operator=(XmlStream const&) = delete;

    // text: UTF-8, whatever it says of itself. False once it was stopped.
    bool feed(std::string_view text, bool is_last);

  protected:
    // Names without a prefix.
    virtual void start(std::string_view name, Attributes const& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void characters(std::string_view text) = 0;

    [[nodiscard]] int line() const;
    void report(Phrase what, Phrase why, Phrase suggestion = {});
    // The same, and nothing is read after it.
    void refuse(Phrase what, Phrase why, Phrase suggestion = {});
    [[nodiscard]] bool is_stopped() const { return stopped_; }

  private:
    template <class Work>
    void guard(Work work);
    void stop();

    std::string file_;
    std::vector<Problem>& problems_;
    struct Free {
        void operator()(XML_ParserStruct* parser) const;
    };
    std::unique_ptr<XML_ParserStruct, Free> parser_;
    int depth_ = 0, most_depth_;
    bool stopped_ = false;
    std::exception_ptr failure_;
};

// The attribute's text; "" where it is not there.
[[nodiscard]] std::string text_of(XmlStream::Attributes const& attributes, std::string_view name);
// Names may carry a namespace prefix.
[[nodiscard]] std::string_view local_name(std::string_view name);

}  // namespace micropol
