import { Type } from 'typebox';
import { createMailbox, mailboxOf } from '#mocks/mailbox';
import { providerOfAddress } from '#mocks/providers';
import { isSimulatedAddress } from '#mocks/smtp';
import { ServiceError } from '#sim/errors';
import { harnessOperation, harnessToken } from './harness-context.ts';

const openMailbox = harnessOperation({
  id: 'openMailbox',
  method: 'post',
  path: '/todoku/v1/mailboxes',
  tag: 'Mailboxes',
  summary: { ja: 'メールボックスを開く', en: 'Opens a mailbox' },
  security: harnessToken,
  body: {
    content: {
      'application/json': Type.Object(
        {
          address: Type.String({ minLength: 3, maxLength: 254 }),
          provider: Type.Optional(Type.String({ maxLength: 60 })),
          settings: Type.Optional(Type.Record(Type.String({ maxLength: 60 }), Type.Unknown())),
        },
        { additionalProperties: false },
      ),
    },
    bytesMax: 8_192,
  },
  answers: {
    201: {
      description: 'It is there.',
      content: {
        'application/json': Type.Object(
          { mailbox: Type.String(), address: Type.String(), provider: Type.String() },
          { additionalProperties: false },
        ),
      },
    },
  },
  async handle({ world }, { body: { address, provider, settings } }) {
    if (/[\s<>]/.test(address) || !isSimulatedAddress(address)) throw new ServiceError('address-real');
    const asked = {
      address,
      // As mail does that opens one: no provider of its own means no filter.
      provider: provider ?? providerOfAddress(address) ?? 'plain',
      ...(settings !== undefined && { settings: settings as Readonly<Record<string, never>> }),
    };
    const mailbox = await world.perform(createMailbox, asked);
    return { status: 201, body: { mailbox, address, provider: mailboxOf(world, address)?.provider ?? '' } };
  },
});

/** What is captured is read by the API beside this one, which tests have used for long and which needs no token. */
export const mailboxOperations = [openMailbox];
