/** Where OB 3.0 puts the API under its host: https://www.imsglobal.org/spec/ob/v3p0/#api-endpoints */
export const apiBase = '/ims/ob/v3p0';
