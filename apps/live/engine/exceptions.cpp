// WebAssembly as Debian's library has it knows no exceptions: what is thrown is told to the page, which ends the call.

#include <cstdlib>
#include <exception>
#include <new>
#include <typeinfo>

#include "words/problem.h"

extern "C" {

[[noreturn]] __attribute__((import_module("page"), import_name("refuse"))) void refuse(char const* text, std::size_t size);

void* __cxa_allocate_exception(std::size_t size) noexcept { return std::malloc(size); }
void __cxa_free_exception(void* thrown) noexcept { std::free(thrown); }

[[noreturn]] void __cxa_throw(void* thrown, std::type_info* type, void (*)(void*)) {
    std::string text = type->name();
    // All that the engine throws begins with what() of the standard library.
    if (*type == typeid(micropol::InvalidInput))
        text = static_cast<micropol::InvalidInput*>(thrown)->what();
    else if (*type != typeid(int) && *type != typeid(char const*))
        text += std::string(": ") + static_cast<std::exception*>(thrown)->what();
    refuse(text.data(), text.size());
}

}  // extern "C"
