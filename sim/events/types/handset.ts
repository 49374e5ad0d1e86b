import { Type } from 'typebox';
import { bilingual, business, detail } from '../event-type.ts';

const handset = Type.String();

export const handsetEvents = {
  'handset.joined': detail('handset', {
    handset,
    platform: Type.String(),
    version: Type.String(),
    form: Type.String(),
  }),
  'store.offered': business('store', {
    handset,
    app: Type.String(),
    verdict: Type.Union([Type.Literal('installed'), Type.Literal('refused')]),
    sentence: bilingual,
  }),
  'app.opened': detail('handset', { handset, app: Type.String() }),
  'app.removed': business('handset', { handset, app: Type.String() }),
  'app.updated': business('handset', { handset, app: Type.String() }),
  /** Whether the app takes over what the service answers, and what keeps it from that. */
  'app.sync-changed': business('handset', { handset, state: Type.String() }),
  /** The owner changed something that decides what the store gives (`country`, `freeMb`), or a guardian approved. */
  'handset.store-changed': business('handset', { handset, what: Type.String(), value: Type.String() }),
  /** The named state that the handset shows, and the texts on it that no secret is part of. */
  'screen.shown': detail('handset', {
    handset,
    app: Type.String(),
    screen: Type.String(),
    texts: Type.Array(bilingual),
  }),
  /** A picture of what it showed once a step was over: the names of the picture and of the page's source, kept beside the events. */
  'screen.captured': detail('handset', {
    handset,
    /** Of the step, from 0. */
    step: Type.Integer({ minimum: 0 }),
    app: Type.String(),
    screen: Type.String(),
    picture: Type.String(),
    source: Type.Optional(Type.String()),
  }),
  'link.tapped': business('student', { handset, opensIn: Type.String() }),
  'handset.updated': business('handset', { handset, version: Type.String() }),
  'handset.clock-set': business('handset', { handset, skewMs: Type.Integer() }),
  'network.changed': business('handset', { handset, state: Type.String() }),
};
