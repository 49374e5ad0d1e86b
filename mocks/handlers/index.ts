import { createMocks } from './mocks.ts';

export type { MockedMail } from './mocked-mail.ts';
export type { OperationId, ServiceName, ServiceOrigins } from './mocked-services.ts';
export { createMocks, type Mocks } from './mocks.ts';
export { type MockedSchool, type MockedStudent, type MocksOptions, sampleSchool } from './mocks-options.ts';
export type { OperationHandlers } from './operation-handlers.ts';

/** Mocks over a world with a school whose students have just been mailed; it is made at the first request. */
export const mocks = createMocks();

/** Ready for `setupServer(...handlers)`. */
export const { handlers, handlersByOperation } = mocks;
