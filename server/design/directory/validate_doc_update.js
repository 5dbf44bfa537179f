(function (newDoc, oldDoc, userCtx) {
  // Only the secretariat writes the directory, and even it only adds to it: what has been published
  // stays, so that every device reads the same history.
  // ES5 and the parentheses: see the compartments' function.
  if (userCtx.roles.indexOf('_admin') === -1) {
    throw { forbidden: 'only the secretariat writes here' };
  }
  if (oldDoc && newDoc._id.indexOf('_design/') !== 0) {
    throw { forbidden: 'the directory is only added to' };
  }
});
