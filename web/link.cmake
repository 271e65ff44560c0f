# Links the page's program and, for tests, the command-line program as a node module.
#
#   folio_page  build/web/folio.js + folio.wasm: createFolio(options) -> Promise of the program;
#               what the first screen does not run is split off into folio_rest.wasm (split.mjs)
#   folio_page_test  build/web/test/: the same with the browser tests' own screen and hooks
#   folio_node  build/web/folio_node.js: the command line in wasm, `node folio_node.js totals FILE`
#   pdf_bench_node  tests/bench/pdf_bench.cpp in wasm, built when named
#
# Every web/*.library.js belongs to the page; functions there are called from src/platform/web.

# No -fno-exceptions here: third-party code that throws (qrcodegen) must end in an abort.
set(web_options -Oz -flto -mbulk-memory -Wall -Werror
    -sDYNAMIC_EXECUTION=0 -sALLOW_MEMORY_GROWTH -sINITIAL_MEMORY=32MB -sMAXIMUM_MEMORY=2GB
    -sSTACK_SIZE=1MB -sSUPPORT_LONGJMP=0)
set(page_options ${web_options} -sMODULARIZE -sEXPORT_NAME=createFolio -sENVIRONMENT=web
    -sFILESYSTEM=0 -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sGL_ENABLE_GET_PROC_ADDRESS=0
    -sINCOMING_MODULE_JS_API=instantiateWasm,onAbort,print,printErr)

file(GLOB page_libraries CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/web/*.library.js)
# page(TARGET FOLDER [DEFINES...] [SOURCES...] [LIBRARIES...]): the page's program in a folder.
function(page target folder)
    cmake_parse_arguments(ARG "" "" "DEFINES;SOURCES;LIBRARIES" ${ARGN})
    set(libraries ${page_libraries} ${ARG_LIBRARIES})
    program(${target} main_web.cpp app documents platform_web SOURCES src/main_web_script.cpp)
    target_sources(${target} PRIVATE ${ARG_SOURCES})
    target_compile_definitions(${target} PRIVATE ${ARG_DEFINES})
    target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    set_target_properties(${target} PROPERTIES OUTPUT_NAME folio
        RUNTIME_OUTPUT_DIRECTORY ${folder} LINK_DEPENDS "${libraries}")
    target_link_options(${target} PRIVATE ${page_options})
    foreach(library ${libraries})
        target_link_options(${target} PRIVATE "SHELL:--js-library ${library}")
    endforeach()
endfunction()

page(folio_page ${CMAKE_BINARY_DIR})
target_link_options(folio_page PRIVATE --profiling-funcs) # split.mjs needs names and drops them.
add_custom_command(TARGET folio_page POST_BUILD VERBATIM
    COMMAND node ${CMAKE_SOURCE_DIR}/web/split.mjs ${CMAKE_BINARY_DIR})
set_property(TARGET folio_page APPEND PROPERTY LINK_DEPENDS
    ${CMAKE_SOURCE_DIR}/web/split.mjs ${CMAKE_SOURCE_DIR}/web/first_screen.txt)
# The page as browser tests want it: with the tests' own screen and window.folioTest.
file(GLOB test_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/browser/fixture/*.cpp)
page(folio_page_test ${CMAKE_BINARY_DIR}/test DEFINES FOLIO_TEST_BUILD SOURCES ${test_sources}
    LIBRARIES ${CMAKE_SOURCE_DIR}/tests/browser/fixture/test.library.js)

program(folio_node main_cli.cpp app documents platform_native
    SOURCES src/main_cli_book.cpp src/main_cli_import.cpp src/main_cli_session.cpp)
target_link_options(folio_node PRIVATE ${web_options} -sENVIRONMENT=node -sNODERAWFS -sEXIT_RUNTIME)
program(pdf_bench_node ../tests/bench/pdf_bench.cpp app documents platform_native
    SOURCES tests/folders.cpp)
set_target_properties(pdf_bench_node PROPERTIES EXCLUDE_FROM_ALL ON)
target_include_directories(pdf_bench_node PRIVATE tests)
target_compile_definitions(pdf_bench_node PRIVATE FOLIO_SOURCE="${CMAKE_SOURCE_DIR}"
    FOLIO_BUILD="${CMAKE_BINARY_DIR}")
target_link_options(pdf_bench_node PRIVATE ${web_options} -sENVIRONMENT=node -sNODERAWFS
    -sEXIT_RUNTIME)

include(${CMAKE_SOURCE_DIR}/web/key_worker.cmake)
add_dependencies(folio_page folio_key_worker)
include(${CMAKE_SOURCE_DIR}/tests/bench/storage_page.cmake)
