/** The looks of the bars, for a style sheet that is made by script: no policy of a page stands in its way. */
export const barStyle = `
:host {
  display: contents;
}
* {
  box-sizing: border-box;
}
div, span {
  font: 500 15px/1 "Noto Sans JP Variable", "Noto Sans CJK JP", system-ui, sans-serif;
  letter-spacing: 0;
  text-transform: none;
}
svg {
  display: block;
  fill: currentColor;
}
.status, .address, .desktop, .keys, .gesture {
  position: fixed;
  inset: auto 0;
  z-index: 2147483647;
  display: flex;
  align-items: center;
  background: var(--paper);
  color: var(--ink);
  pointer-events: none;
}
.status {
  top: 0;
  height: var(--top);
  justify-content: space-between;
}
.status.tall {
  padding: 0 30px;
}
.status.flat {
  padding: 0 10px;
}
.status.android.tall {
  padding: 0 20px;
}
.time {
  font-variant-numeric: tabular-nums;
}
.ios.tall .time {
  padding-left: 8px;
  font-size: 17px;
  font-weight: 600;
}
.flat .time {
  font-size: 12px;
}
.ios.flat .time {
  position: absolute;
  inset: 0;
  display: grid;
  place-items: center;
}
.right {
  display: flex;
  align-items: center;
  gap: 6px;
  margin-left: auto;
}
.sign {
  height: 12px;
  width: auto;
}
.flat .sign {
  height: 10px;
}
.island, .notch, .lens {
  position: absolute;
  left: 50%;
  background: #000;
}
.island {
  top: 12px;
  width: 122px;
  height: 36px;
  margin-left: -61px;
  border-radius: 18px;
}
.notch {
  top: 0;
  width: 162px;
  height: 32px;
  margin-left: -81px;
  border-radius: 0 0 20px 20px;
}
.lens {
  top: calc(50% - 10px);
  width: 20px;
  height: 20px;
  margin-left: -10px;
  border-radius: 50%;
}
.icon {
  flex: none;
  width: 20px;
  height: 20px;
}
.address {
  top: var(--top);
  gap: 8px;
  padding: 0 10px;
  border-bottom: 1px solid color-mix(in srgb, var(--ink) 18%, transparent);
}
.address.ios {
  height: 44px;
}
.address.android {
  height: 56px;
}
.field {
  flex: 1;
  min-width: 0;
  display: flex;
  align-items: center;
  gap: 4px;
  height: 36px;
  padding: 0 12px;
  border-radius: 18px;
  background: color-mix(in srgb, var(--ink) 9%, transparent);
}
.ios .field {
  justify-content: center;
  border-radius: 11px;
}
.field .icon {
  width: 17px;
  height: 17px;
}
.host, .title {
  min-width: 0;
  overflow: hidden;
  line-height: 1.3;
  text-overflow: ellipsis;
  white-space: nowrap;
}
.gesture {
  bottom: 0;
  height: var(--bottom);
  justify-content: center;
  background: none;
}
.handle {
  width: 136px;
  height: 5px;
  border-radius: 3px;
  background: var(--ink);
}
.keys {
  bottom: 0;
  height: var(--bottom);
  justify-content: space-around;
  background: #000;
  color: #fff;
}
.desktop {
  top: 0;
  flex-direction: column;
  align-items: stretch;
  height: 84px;
  background: #dfe3ea;
  color: #202329;
}
.tabs {
  display: flex;
  align-items: end;
  height: 40px;
  padding: 0 8px;
}
.tab {
  display: flex;
  align-items: center;
  gap: 8px;
  width: 240px;
  height: 34px;
  padding: 0 12px;
  border-radius: 10px 10px 0 0;
  background: #fff;
  font-size: 13px;
}
.tab > .title {
  flex: 1;
  font-size: 13px;
}
.tab > .icon {
  width: 16px;
}
.row {
  display: flex;
  align-items: center;
  gap: 12px;
  height: 44px;
  padding: 0 14px;
  background: #fff;
}
.row .host {
  font-size: 14px;
  font-weight: 400;
}
`;
