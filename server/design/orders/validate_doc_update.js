(function (newDoc, oldDoc, userCtx) {
  // Everyone with an account, also a suspended or removed one, reads their orders here and leaves
  // receipts: sealed to the organisation, under their own hash, never changed.
  // ES5 and the parentheses: see the compartments' function.
  var known = { _id: 1, v: 1, uploader: 1, sealed: 1 };
  var name;

  function refuse(reason) {
    throw { forbidden: reason };
  }

  if (userCtx.roles.indexOf('_admin') !== -1) {
    if (oldDoc && newDoc._id.indexOf('_design/') !== 0) refuse('orders are only added');
    return;
  }
  if (oldDoc && (oldDoc._deleted || typeof newDoc._rev !== 'undefined')) refuse('receipts are only created');
  for (name in newDoc) {
    if (name === '_revisions' && typeof newDoc._rev === 'undefined') continue;
    if (known[name] !== 1) refuse('unknown key');
  }
  if (typeof newDoc._id !== 'string' || !/^[0-9a-f]{64}$/.test(newDoc._id)) refuse('wrong id');
  if (newDoc.v !== 1) refuse('unknown version');
  if (!userCtx.name || newDoc.uploader !== userCtx.name) refuse('uploader is someone else');
  // 1,024 bytes and the sealed box's 48, in base64 (core/letters/receipt.ts).
  if (typeof newDoc.sealed !== 'string' || newDoc.sealed.length !== 1432) refuse('wrong size');
});
