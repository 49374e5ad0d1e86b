export { openid4vpModule } from './module.ts';
export { openid4vpDefaults } from './parameters.ts';
export { type NamedQuery, namedQueries, readQuery } from './presentation-query.ts';
export {
  type ClientIdPrefix,
  isResponseCode,
  type PresentationRequest,
  type RequestState,
  type ResponseMode,
  requestOf,
  requestOfToken,
  requestPresentation,
  requireOpen,
} from './presentation-request.ts';
export { type ReceivedRequest, receiveRequest, uriOfRequestUri } from './received-request.ts';
export { authorizationUri, requestObject, requestObjectType, requestUri } from './request-object.ts';
export { type PostedResponse, takeResponse } from './take-response.ts';
export { type VerifierDocument, verifierClient, verifierDocument } from './verifier-client.ts';
export { answersTo, type HeldCredential, sendAnswer, sendRefusal } from './wallet-answer.ts';
export { drawWalletNonce } from './wallet-nonce.ts';
