(function (newDoc, oldDoc, userCtx) {
  // Members create pieces of files and do nothing else: nothing is changed, removed or brought back.
  // The secretariat alone takes a piece away: it overwrites it with a mark, or leaves the mark where the
  // piece has not come yet. Never by a deletion: CouchDB passes no old document when a deleted one is
  // written anew, so a member could bring it back.
  // ES5 and the parentheses: see the compartments' function.
  var isOffice = userCtx.roles.indexOf('_admin') !== -1;
  var isMark = isOffice && newDoc.removed === true;
  var known = isMark ? { _id: 1, v: 1, removed: 1 } : { _id: 1, v: 1, uploader: 1, sealed: 1 };
  var name;

  function refuse(reason) {
    throw { forbidden: reason };
  }

  if (isOffice && typeof newDoc._id === 'string' && newDoc._id.indexOf('_design/') === 0) return;
  if (newDoc._deleted) refuse('nothing is deleted here');
  if (!isMark && oldDoc && (oldDoc._deleted || typeof newDoc._rev !== 'undefined')) {
    // A second delivery names no revision: the store itself answers it 409, here it passes.
    refuse('pieces are only created');
  }
  for (name in newDoc) {
    // `_revisions` without `_rev` is the embedded server's own addition; CouchDB shows both or neither.
    if (name === '_revisions' && (isOffice || typeof newDoc._rev === 'undefined')) continue;
    if (name === '_rev' && isMark) continue;
    if (known[name] !== 1) refuse('unknown key');
  }
  if (typeof newDoc._id !== 'string' || !/^[0-9a-f]{64}$/.test(newDoc._id)) refuse('wrong id');
  if (newDoc.v !== 1) refuse('unknown version');
  if (isMark) return;
  if (!isOffice && (!userCtx.name || newDoc.uploader !== userCtx.name)) refuse('uploader is someone else');
  if (typeof newDoc.uploader !== 'string' || newDoc.uploader.length > 64) refuse('wrong uploader');
  if (typeof newDoc.sealed !== 'string' || newDoc.sealed.length % 4 !== 0) refuse('wrong seal');
  // 1 KiB (the list of a small file) to 128 KiB, with nonce and tag, in base64 (core/files).
  if (newDoc.sealed.length < 1420 || newDoc.sealed.length > 174816) refuse('wrong size');
});
