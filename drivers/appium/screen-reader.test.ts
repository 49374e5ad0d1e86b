import { describe, expect, it } from 'vitest';
import { readPageSource, screenOf } from './screen-reader.ts';

const android = `<hierarchy rotation="0" width="1080" height="2400">
  <android.widget.FrameLayout package="com.android.systemui" class="android.widget.FrameLayout" clickable="false">
    <android.widget.TextView class="android.widget.TextView" package="com.android.systemui" text="9:00"/>
  </android.widget.FrameLayout>
  <android.webkit.WebView class="android.webkit.WebView" package="test.openbadge.wallet" resource-id="screen-login" enabled="true">
    <android.widget.TextView class="android.widget.TextView" package="test.openbadge.wallet" text="ログイン" enabled="true"/>
    <android.view.View class="android.view.View" text="外側 内側"><android.widget.TextView class="android.widget.TextView" text="内側"/></android.view.View>
    <android.widget.EditText class="android.widget.EditText" resource-id="address" content-desc="address" text="h" enabled="true"/>
    <android.widget.EditText class="android.widget.EditText" resource-id="test.openbadge.wallet:id/password" password="true"/>
    <android.widget.Button class="android.widget.Button" content-desc="log-in" text="ログイン" clickable="true" enabled="true"><android.widget.TextView class="android.widget.TextView" text="ログイン"/></android.widget.Button>
    <android.widget.Button class="android.widget.Button" resource-id="create-account" text="作成" clickable="true" enabled="false"/>
  </android.webkit.WebView>
</hierarchy>`;

const ios = `<AppiumAUT><XCUIElementTypeApplication type="XCUIElementTypeApplication" name="LecoS" label="LecoS" enabled="true" visible="true">
  <XCUIElementTypeOther type="XCUIElementTypeOther" name="screen-login" enabled="true" visible="true">
    <XCUIElementTypeStaticText type="XCUIElementTypeStaticText" name="ログイン" label="ログイン" value="ログイン"/>
    <XCUIElementTypeStaticText type="XCUIElementTypeStaticText" value="内側"/>
    <XCUIElementTypeTextField type="XCUIElementTypeTextField" name="address" label="メールアドレス" value="h"/>
    <XCUIElementTypeSecureTextField type="XCUIElementTypeSecureTextField" name="password" value="••"/>
    <XCUIElementTypeButton type="XCUIElementTypeButton" name="log-in" label="ログイン" enabled="true"/>
    <XCUIElementTypeButton type="XCUIElementTypeButton" name="create-account" label="作成" enabled="false"/>
  </XCUIElementTypeOther>
</XCUIElementTypeApplication></AppiumAUT>`;

const desktop = `<Window Name="Chrome" AutomationId="">
  <Pane AutomationId="screen-login" Name="" IsEnabled="True">
    <Text AutomationId="" Name="ログイン"/><Text AutomationId="" Name="内側"/>
    <Edit AutomationId="address" Name="メールアドレス" IsEnabled="True"/><Edit AutomationId="password" Name="" IsEnabled="True"/>
    <Button AutomationId="log-in" Name="ログイン" IsEnabled="True"/><Button AutomationId="create-account" Name="作成" IsEnabled="False"/>
  </Pane>
</Window>`;

describe('a screen read from a page source', () => {
  it.each([
    ['UiAutomator2', android, 'test.openbadge.wallet'],
    ['XCUITest', ios, undefined],
    ['a desktop', desktop, undefined],
  ])('is the same in the dialect of %s', (_dialect, source, appPackage) => {
    expect(readPageSource(source)).toEqual({
      screen: 'login',
      texts: ['ログイン', '内側'],
      fields: ['address', 'password'],
      controls: ['log-in'],
      disabled: ['create-account'],
      isDialog: false,
      scrollArea: undefined,
      appPackage,
    });
  });

  it('tells the sentences alone where a page marks them', () => {
    const view = (id: string, text: string): string => `<x class="y.TextView" resource-id="${id}" text="${text}"/>`;
    const source = `<h><x class="y" resource-id="screen-login">${view('', 'LecoS')}${view('text', 'ログイン')}</x></h>`;
    expect(readPageSource(source).texts).toEqual(['ログイン']);
    const plain = source.replace('resource-id="text"', '');
    expect(readPageSource(plain).texts).toEqual(['LecoS', 'ログイン']);
  });

  it('is the one in front when a dialog stands above another', () => {
    const view = (id: string, inner: string): string =>
      `<android.view.View class="android.view.View" resource-id="${id}">${inner}</android.view.View>`;
    const source = `<hierarchy>${view('screen-home', '')}${view('screen-terms', '')}</hierarchy>`;
    expect(readPageSource(source)).toMatchObject({ screen: 'terms', isDialog: false });
    const asked = source.replace('screen-home', 'dialog-accept').replace('screen-terms', 'dialog-title');
    expect(readPageSource(asked)).toMatchObject({ screen: undefined, isDialog: true });
  });

  it('is unknown where no root of a screen stands, and says so to scenarios', () => {
    const read = readPageSource(
      '<hierarchy><x class="y" package="com.android.settings" resource-id="screen-of-death"/></hierarchy>',
    );
    expect(read).toMatchObject({ screen: undefined, texts: [], appPackage: 'com.android.settings' });
    expect(screenOf(read, 'home', (text) => ({ ja: text, en: text }))).toEqual({
      app: 'home',
      screen: 'unknown',
      texts: [],
      fields: [],
      controls: [],
    });
  });
});
