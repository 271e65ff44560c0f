# The third-party code as imported targets, third_party::<name>, with SYSTEM includes.
#
# The archives are compiled on the first configure of a kind (native or web) with a compiler, and
# kept in $FOLIO_CACHE under a hash of everything that shapes them. Sources are fetched by
# scripts/setup; without them configuring stops and says so. Also: third_party_source(NAME OUT)
# gives the folder of an unpacked source (fonts, icons).

if(DEFINED ENV{FOLIO_CACHE})
    set(FOLIO_CACHE $ENV{FOLIO_CACHE})
else()
    set(FOLIO_CACHE $ENV{HOME}/.cache/folio)
endif()
set(third_party_folder ${CMAKE_CURRENT_LIST_DIR})
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${third_party_folder}/manifest
    ${third_party_folder}/CMakeLists.txt ${third_party_folder}/imgui_config.h
    ${third_party_folder}/harfbuzz_config.h)

file(STRINGS ${third_party_folder}/manifest manifest_lines REGEX "^[a-z]")
foreach(line ${manifest_lines})
    string(REGEX MATCH "^([^ ]+) +([^ ]+)" ignored "${line}")
    set(third_party_source_${CMAKE_MATCH_1}
        ${FOLIO_CACHE}/sources/${CMAKE_MATCH_1}-${CMAKE_MATCH_2})
endforeach()

function(third_party_source name out)
    if(NOT EXISTS ${third_party_source_${name}})
        message(FATAL_ERROR "${name} is not fetched (${third_party_source_${name}}): "
            "run scripts/setup native")
    endif()
    set(${out} ${third_party_source_${name}} PARENT_SCOPE)
endfunction()

# What shapes the archives: our files, the compiler, and which archive was really unpacked.
if(FOLIO_CONFIGURATION STREQUAL "web")
    set(third_party_kind web)
    set(third_party_flags "-Oz -mbulk-memory")
else()
    set(third_party_kind native)
    set(third_party_flags "-O2 -g1")
endif()
set(third_party_key "1;${third_party_kind};${third_party_flags};${CMAKE_CXX_FLAGS}")
set(third_party_sources)
set(third_party_names sqlite sodium harfbuzz sheenbidi zlib qrcodegen imgui)
if(third_party_kind STREQUAL "web")
    list(APPEND third_party_names sdl2)
endif()
foreach(name ${third_party_names})
    third_party_source(${name} folder)
    list(APPEND third_party_sources -DSOURCE_${name}=${folder})
    file(READ ${folder}/.archive archive)
    string(APPEND third_party_key ";${archive}")
endforeach()
foreach(file CMakeLists.txt imgui_config.h harfbuzz_config.h)
    file(SHA256 ${third_party_folder}/${file} hash)
    string(APPEND third_party_key ";${hash}")
endforeach()
execute_process(COMMAND ${CMAKE_CXX_COMPILER} --version OUTPUT_VARIABLE compiler_version)
string(SHA256 third_party_key "${third_party_key};${compiler_version}")
string(SUBSTRING ${third_party_key} 0 16 third_party_key)
set(third_party ${FOLIO_CACHE}/third_party/${third_party_kind}-${third_party_key})

if(NOT EXISTS ${third_party}/complete)
    file(MAKE_DIRECTORY ${FOLIO_CACHE}/third_party)
    # One at a time, always in the same folder, so that ccache knows what it compiled before.
    file(LOCK ${FOLIO_CACHE}/third_party/${third_party_kind}.lock GUARD FILE TIMEOUT 1800)
endif()
if(NOT EXISTS ${third_party}/complete)
    message(STATUS "compiling third-party code for ${third_party_kind} (kept in the cache)")
    set(build ${FOLIO_CACHE}/third_party/${third_party_kind}.build)
    file(REMOVE_RECURSE ${build} ${third_party})
    set(toolchain)
    if(CMAKE_TOOLCHAIN_FILE)
        set(toolchain -DCMAKE_TOOLCHAIN_FILE=${CMAKE_TOOLCHAIN_FILE})
    endif()
    execute_process(COMMAND_ERROR_IS_FATAL ANY OUTPUT_FILE ${third_party}.log
        COMMAND ${CMAKE_COMMAND} -S ${third_party_folder} -B ${build} -G Ninja ${toolchain}
            -DCMAKE_BUILD_TYPE=None
            -DCMAKE_C_COMPILER_LAUNCHER=${CMAKE_C_COMPILER_LAUNCHER}
            -DCMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER}
            -DCMAKE_C_COMPILER=${CMAKE_C_COMPILER}
            -DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER} "-DCMAKE_C_FLAGS=${third_party_flags}"
            "-DCMAKE_CXX_FLAGS=${CMAKE_CXX_FLAGS} ${third_party_flags}"
            -DCMAKE_INSTALL_PREFIX=${third_party} -DFOLIO_KIND=${third_party_kind}
            -DFOLIO_CACHE=${FOLIO_CACHE} ${third_party_sources})
    execute_process(COMMAND_ERROR_IS_FATAL ANY OUTPUT_FILE ${third_party}.log
        COMMAND ${CMAKE_COMMAND} --build ${build} --target install)
    file(REMOVE_RECURSE ${build})
    file(TOUCH ${third_party}/complete)
endif()

foreach(name sqlite sodium harfbuzz sheenbidi zlib imgui sdl2)
    if(EXISTS ${third_party}/lib/lib${name}.a)
        add_library(third_party::${name} STATIC IMPORTED)
        set_target_properties(third_party::${name} PROPERTIES
            IMPORTED_LOCATION ${third_party}/lib/lib${name}.a
            INTERFACE_INCLUDE_DIRECTORIES ${third_party}/include/${name})
    endif()
endforeach()
target_compile_definitions(third_party::imgui INTERFACE IMGUI_USER_CONFIG="imgui_config.h")
target_compile_definitions(third_party::sodium INTERFACE SODIUM_STATIC=1)
if(TARGET third_party::sdl2)
    set_property(TARGET third_party::sdl2 APPEND PROPERTY
        INTERFACE_INCLUDE_DIRECTORIES ${third_party}/include/sdl2/SDL2)
endif()

# qrcodegen is compiled with the program's own sanitizers, so that they see its vectors whole. It
# throws on data that is too long; callers check the length first.
add_library(qrcodegen STATIC ${third_party}/include/qrcodegen/qrcodegen.cpp)
target_include_directories(qrcodegen SYSTEM INTERFACE ${third_party}/include/qrcodegen)
target_compile_options(qrcodegen PRIVATE -w $<$<STREQUAL:${third_party_kind},native>:-fexceptions>)
if(FOLIO_CONFIGURATION STREQUAL "native" OR FOLIO_CONFIGURATION STREQUAL "fuzz")
    target_compile_options(qrcodegen PRIVATE -O1 -g -fsanitize=address,undefined)
else()
    target_compile_options(qrcodegen PRIVATE -Os)
endif()
add_library(third_party::qrcodegen ALIAS qrcodegen)

# One header of it, compiled with the program (documents/image_texels.cpp).
third_party_source(stb stb_folder)
add_library(third_party::stb INTERFACE IMPORTED)
set_target_properties(third_party::stb PROPERTIES INTERFACE_INCLUDE_DIRECTORIES ${stb_folder})

# XML is read by tests only, so it stays out of the archives that the page shares the key of.
if(third_party_kind STREQUAL "native")
    third_party_source(pugixml pugixml_folder)
    add_library(pugixml STATIC EXCLUDE_FROM_ALL ${pugixml_folder}/src/pugixml.cpp)
    target_include_directories(pugixml SYSTEM INTERFACE ${pugixml_folder}/src)
    target_compile_definitions(pugixml PUBLIC PUGIXML_NO_EXCEPTIONS PUGIXML_NO_STL
        PUGIXML_NO_XPATH)
    target_compile_options(pugixml PRIVATE -w -O1)
    add_library(third_party::pugixml ALIAS pugixml)
endif()

# Header-only libraries are Debian's own; linked into a folder, so that no other system header
# comes along when the page is cross-compiled.
foreach(name json doctest)
    set(headers ${FOLIO_CACHE}/third_party/${name})
    if(name STREQUAL "json")
        set(header nlohmann)
    else()
        set(header doctest)
    endif()
    find_path(FOLIO_${name}_HEADERS ${header} PATHS /usr/include /usr/local/include REQUIRED
        NO_CMAKE_FIND_ROOT_PATH)
    file(MAKE_DIRECTORY ${headers})
    file(CREATE_LINK ${FOLIO_${name}_HEADERS}/${header} ${headers}/${header} SYMBOLIC)
    add_library(third_party::${name} INTERFACE IMPORTED)
    set_target_properties(third_party::${name} PROPERTIES
        INTERFACE_INCLUDE_DIRECTORIES ${headers})
endforeach()
