(function (newDoc, oldDoc, userCtx) {
  // Members create parcels and do nothing else: nothing is changed, nothing removed, nothing attached.
  // Every member's write is checked as new (new_edits), and a second one under the same id is
  // answered 409 by CouchDB itself, which makes parcels immutable.
  // ES5 only: CouchDB runs this in SpiderMonkey 1.8.5 to 102 or in QuickJS. The parentheses and the
  // place of these comments matter: QuickJS takes only an expression, and the embedded server puts
  // `return ` in front.
  var isOffice = userCtx.roles.indexOf('_admin') !== -1;
  var isStub = isOffice && newDoc.stub === true;
  var known = isStub
    ? { _id: 1, v: 1, stub: 1, epoch: 1, nonce: 1, sealed: 1 }
    : { _id: 1, v: 1, epoch: 1, uploader: 1, nonce: 1, sealed: 1 };
  var name;

  function refuse(reason) {
    throw { forbidden: reason };
  }

  if (isOffice && typeof newDoc._id === 'string' && newDoc._id.indexOf('_design/') === 0) return;
  if (isOffice) {
    // The secretariat alone overwrites a parcel, and only with a stub; a stub is never taken back.
    if (newDoc._deleted) refuse('nothing is deleted here');
    if (oldDoc && !isStub && typeof newDoc._rev !== 'undefined') refuse('parcels are replaced by stubs only');
  } else if (oldDoc && (oldDoc._deleted || typeof newDoc._rev !== 'undefined')) {
    // A second delivery names no revision: the store itself answers it 409, here it passes.
    refuse('parcels are only created');
  }
  for (name in newDoc) {
    // `_revisions` without `_rev` is the embedded server's own addition; CouchDB shows both or neither.
    if (name === '_revisions' && (isOffice || typeof newDoc._rev === 'undefined')) continue;
    if (name === '_rev' && isStub) continue;
    if (known[name] !== 1) refuse('unknown key');
  }
  if (typeof newDoc._id !== 'string' || !/^[0-9a-f]{64}$/.test(newDoc._id)) refuse('wrong id');
  if (newDoc.v !== 1) refuse('unknown version');
  if (typeof newDoc.epoch !== 'number' || newDoc.epoch < 1 || newDoc.epoch > 1000000 || newDoc.epoch % 1 !== 0) {
    refuse('wrong epoch');
  }
  if (!isOffice && (!userCtx.name || newDoc.uploader !== userCtx.name)) refuse('uploader is someone else');
  if (!isStub && (typeof newDoc.uploader !== 'string' || newDoc.uploader.length > 64)) refuse('wrong uploader');
  if (typeof newDoc.nonce !== 'string' || !/^[A-Za-z0-9+/]{32}$/.test(newDoc.nonce)) refuse('wrong nonce');
  if (typeof newDoc.sealed !== 'string' || newDoc.sealed.length % 4 !== 0) refuse('wrong seal');
  // Parcels: 4 KiB to 240 KiB with the nonce, in base64 (core/letters/parcel.ts). Stubs: 2 KiB and the tag, or more (stub.ts).
  if (newDoc.sealed.length < (isStub ? 2752 : 5432) || newDoc.sealed.length > (isStub ? 480000 : 327648)) refuse('wrong size');
});
