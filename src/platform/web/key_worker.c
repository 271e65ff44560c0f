/* The program of the key worker: Argon2id and nothing else, a wasm of its own that is thrown away
   with its 64 MiB after one key. web/key_worker.cmake links it, web/key_worker.js speaks for it. */
#include <emscripten.h>
#include <sodium.h>

static unsigned char salt[16];
static unsigned char key[32];

EMSCRIPTEN_KEEPALIVE unsigned char* folio_key_salt(void) { return salt; }
EMSCRIPTEN_KEEPALIVE unsigned char* folio_key(void) { return key; }

/* 0 when `key` holds the key. The figures are those of platform/ports/key_derivation.h. */
EMSCRIPTEN_KEEPALIVE int folio_derive(const char* passphrase, unsigned size) {
    return crypto_pwhash(key, sizeof key, passphrase, size, salt, 3, 64 << 20,
                         crypto_pwhash_ALG_ARGON2ID13);
}
