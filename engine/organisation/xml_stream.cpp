#include "organisation/xml_stream.h"

#include <expat.h>

#include <algorithm>

namespace micropol {

// Exceptions must not pass through the C library.
template <class Work>
void XmlStream::guard(Work work) {
    if (stopped_) return;
    try {
        work();
    } catch (...) {
        failure_ = std::current_exception();
        stop();
    }
}

XmlStream::XmlStream(std::string file, std::vector<Problem>& problems, int most_depth)
    : file_(std::move(file)), problems_(problems), parser_(XML_ParserCreate("UTF-8")), most_depth_(most_depth) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(
        parser_.get(),
        [](void* user, XML_Char const* name, XML_Char const** pairs) {
            auto& stream = *static_cast<XmlStream*>(user);
            stream.guard([&] {
                if (++stream.depth_ > stream.most_depth_)
                    return stream.refuse("too deep", Message("elements lie in each other more than {0} deep",
                                                             {Count{std::uint64_t(stream.most_depth_)}}));
                Attributes attributes;
                for (; pairs[0] != nullptr; pairs += 2) attributes[pairs[0]] = pairs[1];
                stream.start(local_name(name), attributes);
            });
        },
        [](void* user, XML_Char const* name) {
            auto& stream = *static_cast<XmlStream*>(user);
            stream.guard([&] {
                --stream.depth_;
                stream.end(local_name(name));
            });
        });
    XML_SetCharacterDataHandler(parser_.get(), [](void* user, XML_Char const* text, int length) {
        auto& stream = *static_cast<XmlStream*>(user);
        stream.guard([&] { stream.characters({text, std::size_t(length)}); });
    });
    XML_SetEntityDeclHandler(parser_.get(), [](void* user, XML_Char const*, int, XML_Char const*, int, XML_Char const*,
                                               XML_Char const*, XML_Char const*, XML_Char const*) {
        auto& stream = *static_cast<XmlStream*>(user);
        stream.guard([&] {
            stream.refuse("an entity declaration", "entities can blow a small file up to any size", "write the text itself");
        });
    });
}

bool XmlStream::feed(std::string_view text, bool is_last) {
    constexpr std::size_t piece = 1u << 20;
    for (std::size_t at = 0; !stopped_; at += piece) {
        bool const ends = at + piece >= text.size();
        std::string_view const part = text.substr(std::min(at, text.size()), piece);
        if (XML_Parse(parser_.get(), part.data(), int(part.size()), ends && is_last) != XML_STATUS_OK && !stopped_) {
            report("not well-formed XML", name(XML_ErrorString(XML_GetErrorCode(parser_.get()))));
            stopped_ = true;
        }
        if (ends) break;
    }
    if (failure_) std::rethrow_exception(failure_);
    return !stopped_;
}

int XmlStream::line() const { return int(XML_GetCurrentLineNumber(parser_.get())); }

void XmlStream::Free::operator()(XML_ParserStruct* parser) const { XML_ParserFree(parser); }

void XmlStream::report(Phrase what, Phrase why, Phrase suggestion) {
    add_problem(problems_, {file_, line(), 0}, std::move(what), std::move(why), std::move(suggestion));
}

void XmlStream::refuse(Phrase what, Phrase why, Phrase suggestion) {
    report(std::move(what), std::move(why), std::move(suggestion));
    stop();
}

void XmlStream::stop() {
    stopped_ = true;
    XML_StopParser(parser_.get(), XML_FALSE);
}

std::string text_of(XmlStream::Attributes const& attributes, std::string_view name) {
    auto const found = attributes.find(name);
    return found == attributes.end() ? std::string{} : found->second;
}

std::string_view local_name(std::string_view name) {
    return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
}

}  // namespace micropol
