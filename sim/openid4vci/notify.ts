import { ServiceError } from '../errors/index.ts';
import { type EventData, emit } from '../events/index.ts';
import { command, tokenHash } from '../kernel/index.ts';

type Notified = {
  readonly tokenHash: string;
  readonly notification: string;
  readonly event: EventData<'openid4vci.notified'>['event'];
};

/**
 * Notes what a wallet says of a credential that it got; the same again changes nothing.
 * https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html#section-11 . Throws ServiceError
 * `openid4vci-notification-unknown`.
 */
export const notify = command<Notified, void>(
  'openid4vci.notify',
  (world, { tokenHash: access, notification, event }) => {
    const hash = tokenHash(notification);
    const row = world.store.get<{ credential: string; event: string | null }>(
      'SELECT credential, event FROM openid4vci_notification WHERE notification_hash = ? AND token_hash = ?',
      hash,
      access,
    );
    if (row === undefined) throw new ServiceError('openid4vci-notification-unknown');
    if (row.event === event) return;
    world.store.run('UPDATE openid4vci_notification SET event = ? WHERE notification_hash = ?', event, hash);
    emit(world, 'openid4vci.notified', { credential: row.credential, event });
  },
  { secrets: ['notification'] },
);
