// The end of key_worker.js: one message in, one key out. Linked behind the program's own glue.
onmessage = async ({ data }) => {
  const program = await createKeyProgram();
  const passphrase = program._malloc(data.passphrase.length + 1);
  program.HEAPU8.set(data.passphrase, passphrase);
  program.HEAPU8.set(data.salt, program._folio_key_salt());
  const failed = program._folio_derive(passphrase, data.passphrase.length);
  const key = program._folio_key();
  // The heap has grown meanwhile: the view is taken anew.
  postMessage(failed ? null : program.HEAPU8.slice(key, key + 32));
};
