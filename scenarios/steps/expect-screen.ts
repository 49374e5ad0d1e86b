import { Type } from 'typebox';
import { check } from './check.ts';
import { screenNames } from './screen-names.ts';
import { describeScreen } from './screen-of.ts';
import { duration, on, step, who } from './step.ts';
import { word } from './words.ts';

export const expectScreen = step({
  verb: 'expect.screen',
  description: { ja: '端末の画面を確かめます。', en: 'Checks what the handset shows.' },
  value: Type.Object(
    {
      screen: Type.String({ description: 'The name of the screen, such as student-id' }),
      app: Type.Optional(Type.String({ enum: ['home', 'store', 'browser', 'wallet'] })),
      shows: Type.Optional(Type.String({ description: 'A text that stands on it, in Japanese or English' })),
      within: Type.Optional(duration),
      on,
      who,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const screen = word(screenNames, value.screen);
    return value.shows === undefined
      ? { ja: `画面は${screen.ja}になる`, en: `The screen becomes ${screen.en}` }
      : {
          ja: `画面は${screen.ja}になり、「${value.shows}」と表示される`,
          en: `The screen becomes ${screen.en} and shows "${value.shows}"`,
        };
  },
  async run(play, value) {
    const handset = play.student(value.who).handset(value.on);
    const wanted = [value.app, value.screen].filter((part) => part !== undefined).join(' / ');
    const shows = value.shows;
    await check(
      play,
      'screen',
      {
        ja: `画面 ${wanted}${shows === undefined ? '' : `「${shows}」`}`,
        en: `the screen ${wanted}${shows === undefined ? '' : ` with "${shows}"`}`,
      },
      async () => {
        const screen = await handset.screen();
        return {
          holds:
            screen.screen === value.screen &&
            (value.app === undefined || screen.app === value.app) &&
            (shows === undefined || screen.texts.some((text) => text.ja.includes(shows) || text.en.includes(shows))),
          actual: describeScreen(screen),
        };
      },
      value.within,
    );
  },
});
