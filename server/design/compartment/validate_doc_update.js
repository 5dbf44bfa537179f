(function (newDoc, oldDoc, userCtx) {
  // Members create parcels and do nothing else: nothing is changed, nothing removed, nothing attached.
  // Every member's write is checked as new (new_edits), and a second one under the same id is
  // answered 409 by CouchDB itself, which makes parcels immutable.
  // ES5 only: CouchDB runs this in SpiderMonkey 1.8.5 to 102 or in QuickJS. The parentheses and the
  // place of these comments matter: QuickJS takes only an expression, and the embedded server puts
  // `return ` in front.
  var known = { _id: 1, v: 1, epoch: 1, uploader: 1, nonce: 1, sealed: 1 };
  var name;

  function refuse(reason) {
    throw { forbidden: reason };
  }

  // The secretariat alone overwrites a parcel, with a signed stub.
  if (userCtx.roles.indexOf('_admin') !== -1) return;

  // A second delivery names no revision: the store itself answers it 409, here it passes.
  if (oldDoc && (oldDoc._deleted || typeof newDoc._rev !== 'undefined')) refuse('parcels are only created');
  for (name in newDoc) {
    // `_revisions` without `_rev` is the embedded server's own addition; CouchDB shows both or neither.
    if (name === '_revisions' && typeof newDoc._rev === 'undefined') continue;
    if (known[name] !== 1) refuse('unknown key');
  }
  if (typeof newDoc._id !== 'string' || !/^[0-9a-f]{64}$/.test(newDoc._id)) refuse('wrong id');
  if (newDoc.v !== 1) refuse('unknown version');
  if (typeof newDoc.epoch !== 'number' || newDoc.epoch < 1 || newDoc.epoch > 1000000 || newDoc.epoch % 1 !== 0) {
    refuse('wrong epoch');
  }
  if (!userCtx.name || newDoc.uploader !== userCtx.name) refuse('uploader is someone else');
  if (typeof newDoc.nonce !== 'string' || !/^[A-Za-z0-9+/]{32}$/.test(newDoc.nonce)) refuse('wrong nonce');
  // 4 KiB to 240 KiB with the nonce, in base64 (core/letters/parcel.ts).
  if (typeof newDoc.sealed !== 'string' || newDoc.sealed.length % 4 !== 0) refuse('wrong seal');
  if (newDoc.sealed.length < 5432 || newDoc.sealed.length > 327648) refuse('wrong size');
});
