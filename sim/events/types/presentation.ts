import { Type } from 'typebox';
import { detail } from '../event-type.ts';

/** Presentations that are asked for over the network, by OpenID4VP. Gates and counters have events of their own. */
export const presentationEvents = {
  'presentation.requested': detail('counter', {
    request: Type.String(),
    mode: Type.Union([Type.Literal('direct_post'), Type.Literal('direct_post.jwt')]),
  }),
  'presentation.answered': detail('counter', {
    request: Type.String(),
    verdict: Type.Union([
      Type.Literal('accepted'),
      Type.Literal('refused'),
      Type.Literal('unconfirmed'),
      Type.Literal('declined'),
    ]),
  }),
};
