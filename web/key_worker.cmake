# The worker that makes a key from a passphrase: build/web/key_worker.js, one file with its wasm
# inside, so that the single-file page can carry it as text.
add_executable(folio_key_worker src/platform/web/key_worker.c)
target_link_libraries(folio_key_worker PRIVATE third_party::sodium)
set_target_properties(folio_key_worker PROPERTIES OUTPUT_NAME key_worker
    LINK_DEPENDS ${CMAKE_SOURCE_DIR}/web/key_worker.js)
target_compile_options(folio_key_worker PRIVATE -O2)
target_link_options(folio_key_worker PRIVATE -O2 -sMODULARIZE -sEXPORT_NAME=createKeyProgram
    -sENVIRONMENT=worker -sFILESYSTEM=0 -sSINGLE_FILE -sALLOW_MEMORY_GROWTH -sINITIAL_MEMORY=80MB
    -sMAXIMUM_MEMORY=128MB -sDYNAMIC_EXECUTION=0 -sEXPORTED_FUNCTIONS=_malloc
    -sEXPORTED_RUNTIME_METHODS=HEAPU8
    "SHELL:--extern-post-js ${CMAKE_SOURCE_DIR}/web/key_worker.js")
