import { detailStyle } from './detail-style.ts';
import { darkPalette, lightPalette, properties } from './palette.ts';

/** The page's whole style sheet: system fonts only, nothing is fetched. */
export const style = `
:root{${properties(lightPalette)}color-scheme:light dark;
  --sans:system-ui,-apple-system,"Hiragino Sans","Hiragino Kaku Gothic ProN","Yu Gothic UI","Yu Gothic","Noto Sans JP","Noto Sans CJK JP",Meiryo,sans-serif;
  --mono:ui-monospace,"SF Mono",Menlo,Consolas,monospace}
@media (prefers-color-scheme:dark){:root{${properties(darkPalette)}}}
*{box-sizing:border-box}
[hidden]{display:none!important}
html[lang=ja] [lang=en],html[lang=en] [lang=ja]{display:none}
html{scroll-padding-top:4.5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:400 .9375rem/1.7 var(--sans);overflow-wrap:anywhere;text-spacing-trim:trim-start}
h1,h2,h3,h4,h5{margin:0;line-height:1.4;font-weight:650;font-feature-settings:"palt";word-break:auto-phrase}
h1{font-size:1.75rem;letter-spacing:.01em}
h2{font-size:1.1875rem}
h3{font-size:1rem}
h4{font-size:.8125rem;color:var(--quiet);letter-spacing:.06em;margin:1.75rem 0 .6rem}
p{margin:0}
dl,dd,ol,ul{margin:0;padding:0}
ol,ul{list-style:none}
a{color:var(--accent);text-underline-offset:.2em}
code,.time{font-family:var(--mono);font-size:.8125em;font-variant-numeric:tabular-nums}
.time{white-space:nowrap}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
summary{cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
summary::before{content:"";flex:none;width:.42rem;height:.42rem;margin:.1em .35rem 0 .15rem;border:solid var(--quiet);border-width:0 1.6px 1.6px 0;transform:rotate(-45deg);transition:transform .12s}
details[open]>summary::before{transform:rotate(45deg)}
@media (prefers-reduced-motion:reduce){summary::before{transition:none}}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:.5rem;z-index:9;background:var(--paper);padding:.4rem .8rem}
.quiet{color:var(--quiet)}
.small{font-size:.8125rem}

.top{position:sticky;top:0;z-index:5;background:var(--ground);border-bottom:1px solid var(--line)}
.top>div,main,footer{max-width:62rem;margin:0 auto;padding:0 1.5rem}
.top>div{display:flex;align-items:center;gap:1rem;min-height:3.25rem}
.brand{font-weight:700;letter-spacing:.04em}
.brand small{font-weight:400;color:var(--quiet);margin-left:.6em;letter-spacing:0}
.switch{margin-left:auto;display:none}
.js .switch{display:flex}
button{font:inherit;color:inherit;background:none;border:1px solid var(--line);padding:.15rem .8rem;cursor:pointer;min-height:2rem}
button:hover{background:var(--sunken)}
.switch button{background:var(--paper);font-size:.8125rem}
.switch button:first-child{border-radius:999px 0 0 999px;border-right:0}
.switch button:last-child{border-radius:0 999px 999px 0}
.switch button[aria-pressed=true]{background:var(--ink);color:var(--ground);border-color:var(--ink)}
main{padding-top:2.5rem;padding-bottom:3rem}
footer{padding-bottom:3rem;font-size:.8125rem;color:var(--quiet)}

.verdict{display:inline-flex;align-items:center;gap:.35em;padding:.05rem .6rem;border-radius:999px;font-size:.8125rem;font-weight:600;white-space:nowrap;line-height:1.6}
.passed{color:var(--passed);background:var(--passed-ground)}
.failed{color:var(--failed);background:var(--failed-ground)}
.unfinished{color:var(--unfinished);background:var(--unfinished-ground)}

.overview{margin-bottom:2.5rem}
.overview .lead{color:var(--quiet);margin-top:.35rem}
.figures{display:flex;flex-wrap:wrap;gap:.5rem 2.5rem;margin:1.5rem 0 1rem}
.figures div{display:flex;flex-direction:column-reverse}
.figures dt{font-size:.8125rem;color:var(--quiet)}
.figures dd{font-size:1.625rem;line-height:1.3;font-weight:600;font-variant-numeric:tabular-nums}
.figures .is-passed{color:var(--passed)}
.figures .is-failed{color:var(--failed)}
.figures .is-unfinished{color:var(--unfinished)}
.share{display:flex;gap:2px;height:.5rem;border-radius:999px;overflow:hidden;background:var(--line)}
.share i{min-width:4px}
.share .passed{background:var(--passed)}
.share .failed{background:var(--failed)}
.share .unfinished{background:var(--unfinished)}

.bar{display:flex;flex-wrap:wrap;align-items:center;gap:.6rem 1rem;margin-bottom:.75rem}
.filter{border:0;margin:0;padding:0;display:none;gap:.4rem;flex-wrap:wrap}
.js .filter{display:flex}
.filter legend{float:left;padding:0;margin-right:.6rem;font-size:.8125rem;color:var(--quiet);line-height:2rem}
.filter input{position:absolute;opacity:0;pointer-events:none}
.filter label{display:inline-flex;align-items:center;min-height:2rem;gap:.4em;padding:0 .8rem;border:1px solid var(--line);border-radius:999px;background:var(--paper);font-size:.8125rem;cursor:pointer}
.filter :checked+label{background:var(--ink);color:var(--ground);border-color:var(--ink)}
.filter :focus-visible+label{outline:2px solid var(--accent);outline-offset:2px}
.folds{margin-left:auto;display:none;gap:.4rem}
.js .folds{display:flex}
.folds button{border-radius:6px;font-size:.8125rem;background:var(--paper)}
.list{background:var(--paper);border:1px solid var(--line);border-radius:10px;overflow:hidden;margin-bottom:3rem}
.list>li+li{border-top:1px solid var(--line)}
.list .line{display:grid;grid-template-columns:6.2rem 5.6rem minmax(0,1fr) minmax(0,11rem) 6.2rem;gap:0 .75rem;align-items:baseline;padding:.45rem 2rem .45rem 1rem;position:relative}
.list summary.line::before{position:absolute;right:.85rem;top:.95rem;transform:rotate(45deg);margin:0}
.list details[open]>summary.line::before{transform:rotate(-135deg);top:1.15rem}
.list summary.line:hover{background:var(--sunken)}
.list li li{display:grid;grid-template-columns:6.2rem minmax(0,1fr) 6.2rem;gap:0 .75rem;align-items:baseline;padding:.2rem 2rem .2rem 1rem;background:var(--sunken);font-size:.875rem}
.list li li:first-child{padding-top:.5rem}
.list li li:last-child{padding-bottom:.5rem}
.list li li .verdict{justify-self:start}
.list li li .why{grid-column:2/-1}
.list .name{color:var(--quiet)}
.list .why{grid-column:3/-1;color:var(--failed);font-size:.8125rem}
.list .time{text-align:right;color:var(--quiet)}
.list a{color:inherit;text-decoration-color:var(--line)}
.list a:hover{text-decoration-color:currentColor}

.scenario{margin-bottom:2.5rem}
.scenario>header{margin-bottom:.75rem}
.scenario>header .small{color:var(--quiet)}
.cell{background:var(--paper);border:1px solid var(--line);border-radius:10px;margin-bottom:.75rem}
.cell>summary{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .75rem;padding:.7rem 1rem}
.cell>summary .small{margin-left:auto;color:var(--quiet);font-variant-numeric:tabular-nums}
.cell[data-verdict=failed]{border-color:color-mix(in srgb,var(--failed) 45%,var(--line))}
.cell>.inside{padding:.25rem 1.25rem 1.5rem;border-top:1px solid var(--line)}
${detailStyle}
@media (max-width:44rem){
  h1{font-size:1.4375rem}
  .top>div,main,footer{padding-left:1rem;padding-right:1rem}
  main{padding-top:1.5rem}
  .brand small{display:none}
  .figures{gap:.5rem 1.75rem}
  .list .line{grid-template-columns:auto 1fr auto;gap:.1rem .6rem}
  .list li li{grid-template-columns:auto minmax(0,1fr) auto}
  .list .title{grid-column:1/-1;order:3}
  .list .name{grid-column:1/-1;order:4}
  .list .name:empty{display:none}
  .list .why{grid-column:1/-1;order:5}
  .cell>.inside{padding:.25rem .9rem 1.25rem}
  .cell>summary h3{flex:1 1 0;min-width:0}
  .cell>summary .small{margin-left:1.3rem;width:100%}
  .folds{margin-left:0}
}
@media print{
  :root{${properties(lightPalette)}color-scheme:light}
  body{background:#fff;font-size:9.5pt}
  .top,.list,.cell{position:static;background:#fff}
  .switch,.filter,.folds,.skip,.framed,summary::before{display:none!important}
  main,.top>div,footer{max-width:none;padding-left:0;padding-right:0}
  .cell,.mail,.failure{break-inside:auto}
  h2,h3,h4,h5,.event,.list li,.board li{break-inside:avoid;break-after:auto}
  .board{grid-template-columns:repeat(4,1fr)}
  h2,h3,h4,h5{break-after:avoid}
  *{print-color-adjust:exact}
}
`;
