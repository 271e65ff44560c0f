// The shaders as the compiler of the reference sees them; drivers are kinder than it is.
#include "folders.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

TEST_CASE("shaders: glslangValidator accepts them as GLSL ES 3.00") {
    for (const char* shader : {"ui.vert", "ui.frag"}) {
        CAPTURE(shader);
        const std::string command =
            "glslangValidator " + folders::in_checkout("shaders/") + shader + " > /dev/null";
        CHECK(std::system(command.c_str()) == 0);
    }
}
