import { Type } from 'typebox';
import { perCell } from '../language/index.ts';
import { check } from './check.ts';
import { screenNames } from './screen-names.ts';
import { describeScreen } from './screen-of.ts';
import { duration, on, step, who, whose } from './step.ts';
import { ofDevice, word } from './words.ts';

export const expectScreen = step({
  verb: 'expect.screen',
  description: { ja: '端末の画面を確かめます。', en: 'Checks what the handset shows.' },
  value: Type.Object(
    {
      screen: Type.String({ enum: Object.keys(screenNames), description: 'The name of the screen' }),
      app: Type.Optional(Type.String({ enum: ['home', 'store', 'browser', 'mail-app', 'wallet', 'old-wallet'] })),
      shows: Type.Optional(Type.String({ description: 'A text that stands on it, in Japanese or English' })),
      within: Type.Optional(duration),
      on,
      who,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const screen = word(screenNames, value.screen);
    const shows = perCell(value.shows);
    const text =
      shows === undefined
        ? { ja: `「${value.shows}」と表示される`, en: `shows "${value.shows}"` }
        : { ja: `文が表示される（${shows.ja}）`, en: `shows a text (${shows.en})` };
    const isPerCell = perCell(value.screen) !== undefined;
    const its = {
      ja: `${whose(value.who).ja}${ofDevice(value.on).ja}`,
      en: `${ofDevice(value.on).en}${whose(value.who).en}`,
    };
    if (value.shows === undefined) {
      return isPerCell
        ? { ja: `${its.ja}画面が変わる${screen.ja}`, en: `The screen${its.en} changes ${screen.en}` }
        : { ja: `${its.ja}画面は${screen.ja}になる`, en: `The screen${its.en} becomes ${screen.en}` };
    }
    return isPerCell
      ? {
          ja: `${its.ja}画面が変わり${screen.ja}、${text.ja}`,
          en: `The screen${its.en} changes ${screen.en} and ${text.en}`,
        }
      : {
          ja: `${its.ja}画面は${screen.ja}になり、${text.ja}`,
          en: `The screen${its.en} becomes ${screen.en} and ${text.en}`,
        };
  },
  async run(play, value) {
    const handset = play.student(value.who).handset(value.on);
    const shows = value.shows;
    await check(
      play,
      'screen',
      this.sentence(value),
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
