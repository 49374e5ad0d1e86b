interface Name {
  readonly name: string;
  readonly kana: string;
  readonly latin: string;
}

/** `name kana latin`, one a line. */
function read(table: string): readonly Name[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', kana = '', latin = ''] = line.trim().split(' ');
      return { name, kana, latin };
    });
}

export const familyNames = read(`
  佐藤 サトウ sato
  鈴木 スズキ suzuki
  高橋 タカハシ takahashi
  田中 タナカ tanaka
  伊藤 イトウ ito
  渡邊 ワタナベ watanabe
  山本 ヤマモト yamamoto
  中村 ナカムラ nakamura
  小林 コバヤシ kobayashi
  加藤 カトウ kato
  吉田 ヨシダ yoshida
  山田 ヤマダ yamada
  佐々木 ササキ sasaki
  山口 ヤマグチ yamaguchi
  松本 マツモト matsumoto
  井上 イノウエ inoue
  木村 キムラ kimura
  齋藤 サイトウ saito
  清水 シミズ shimizu
  阿部 アベ abe
  森 モリ mori
  池田 イケダ ikeda
  橋本 ハシモト hashimoto
  石川 イシカワ ishikawa
  前田 マエダ maeda
  藤原 フジワラ fujiwara
  岡田 オカダ okada
  長谷川 ハセガワ hasegawa
  比嘉 ヒガ higa
  東海林 ショウジ shoji`);

export const givenNames = read(`
  陽葵 ヒマリ himari
  結衣 ユイ yui
  葵 アオイ aoi
  美咲 ミサキ misaki
  さくら サクラ sakura
  凛 リン rin
  陽菜 ヒナ hina
  七海 ナナミ nanami
  真央 マオ mao
  彩花 アヤカ ayaka
  千尋 チヒロ chihiro
  楓 カエデ kaede
  蓮 レン ren
  湊 ミナト minato
  大翔 ヒロト hiroto
  悠真 ユウマ yuma
  翔太 ショウタ shota
  健太郎 ケンタロウ kentaro
  拓海 タクミ takumi
  直樹 ナオキ naoki
  樹 イツキ itsuki
  颯太 ソウタ sota
  陸 リク riku
  一輝 カズキ kazuki`);

export const faculties: readonly string[] = [
  '文学部',
  '法学部',
  '経済学部',
  '理学部',
  '工学部',
  '農学部',
  '医学部',
  '看護学部',
  '教育学部',
  '国際教養学部',
];
