/** Where a sealed reason is opened. It is not in the address: it is handed over in the history's state, or pasted. */
export const messageAddress = '/iam/authorization_message'
