import { Type } from 'typebox';
import { business } from '../event-type.ts';

const connection = Type.String();

/** Hosts of other people that a student's account, or a school, is connected with. */
export const badgeConnectEvents = {
  'badge-host.connected': business('wallet', {
    connection,
    /** `account/…` or `school/…`. */
    subject: Type.String(),
    host: Type.String(),
  }),
  /** The host takes the connection's tokens no more. */
  'badge-host.lapsed': business('wallet', { connection }),
  'badge-host.disconnected': business('wallet', { connection }),
  'badge-host.pushed': business('wallet', { connection, credential: Type.String(), replaced: Type.Boolean() }),
};
