import { type FakePhone, type FakeWindow, fakePhone, fakeWindow } from './fake-phone-fixture.ts';
import { HandsetDriver } from './handset-driver.ts';
import type { Phone } from './phone/phone.ts';

/** The driver without Chromium: its handsets show one window, of which the test says what is in it. */
export class FakeHandsetDriver extends HandsetDriver {
  readonly window: FakeWindow = fakeWindow();

  constructor(...given: ConstructorParameters<typeof HandsetDriver>) {
    super(...given);
    this.log.level = 'error';
  }
  readonly phones: FakePhone[] = [];

  override async makePhone(options: Parameters<HandsetDriver['makePhone']>[0]): Promise<Phone> {
    const phone = fakePhone(options, this.window);
    this.phones.push(phone);
    return phone;
  }
}
