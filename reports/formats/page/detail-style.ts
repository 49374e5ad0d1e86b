/** The part of the style sheet that belongs inside a cell: failure, facts, timeline, steps, mails. */
export const detailStyle = `
.cell{--clock:4.6rem}
.cell.spans-days{--clock:7.6rem}
.case{margin:1rem 0 0;padding:.8rem 1.25rem .9rem;border-radius:8px;background:var(--sunken)}
.case h4{margin:0 0 .2rem;letter-spacing:0}
.case dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15rem 1.1rem;margin-top:.4rem}
.case dt{font-weight:600;font-size:.8125rem;line-height:1.9}
.failure{margin:1rem 0 0;padding:1rem 1.25rem 1.1rem;border-left:4px solid var(--failed);border-radius:0 8px 8px 0;background:var(--failed-ground)}
.failure h4{margin:0 0 .2rem;color:var(--failed);letter-spacing:0;font-size:.9375rem}
.failure dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.35rem 1.1rem;margin-top:.7rem}
.failure dt{font-weight:600;font-size:.8125rem;line-height:1.9}
.replay{margin-top:1rem;display:flex;flex-wrap:wrap;align-items:baseline;gap:.2rem .75rem}
.replay b{font-size:.8125rem}
.replay code{flex:1 1 20rem;padding:.35rem .7rem;border:1px solid var(--line);border-radius:6px;background:var(--sunken);color:var(--ink);user-select:all}
.facts{display:flex;flex-wrap:wrap;gap:.3rem 1.75rem;margin-top:1rem;font-size:.8125rem}
.facts div{display:flex;gap:.6em}
.facts dt{color:var(--quiet)}

.timeline{overflow-x:auto;border:1px solid var(--line);border-radius:8px;background:var(--sunken)}
.timeline svg{display:block;width:100%;height:auto;font-family:var(--sans)}
.timeline text{fill:var(--quiet);font-size:11px}
.timeline .lane{stroke:var(--line)}
.timeline .gap{fill:var(--line);fill-opacity:.55}
.timeline .dot{fill:var(--accent)}
.timeline .minor{fill:var(--sunken);stroke:var(--quiet);stroke-width:1.2}
.timeline .band{fill:var(--passed-ground);stroke:var(--passed);stroke-opacity:.5}
.timeline .band.failed{fill:var(--failed-ground);stroke:var(--failed);stroke-opacity:1}
.timeline .band.unfinished{fill:var(--unfinished-ground);stroke:var(--unfinished)}
.timeline .number{text-anchor:middle;fill:var(--ink);font-weight:600}
.timeline .tick{text-anchor:middle;font-variant-numeric:tabular-nums}
.legend{display:flex;flex-wrap:wrap;gap:.1rem 1.25rem;margin-top:.4rem;font-size:.75rem;color:var(--quiet)}

.board{--frame:#20252e;display:grid;grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr));gap:1.25rem 1rem;align-items:start}
.board li:has(.form-pc),.board li:has(.form-tablet){grid-column:span 2}
.board figure{margin:0}
.board .glass{display:block;overflow:hidden;border:.3rem solid var(--frame);border-radius:1.15rem;background:var(--frame);box-shadow:0 0 0 1px var(--line)}
.board .form-pc .glass{border-radius:.5rem}
.board .glass img{display:block;width:100%;height:auto;border-radius:.85rem;background:#fff}
.board .form-pc .glass img{border-radius:.2rem}
.board .glass.none{padding:2rem .75rem;color:var(--quiet);background:var(--sunken);font-size:.8125rem}
.board figcaption{margin-top:.45rem;font-size:.8125rem;line-height:1.55}
.board figcaption .number{display:inline-block;min-width:1.4rem;padding:0 .35em;border-radius:999px;text-align:center;background:var(--sunken);color:var(--ink);text-decoration:none;font-weight:600}
.board figcaption .quiet{display:block;font-size:.75rem}
.board li:target .glass{outline:3px solid var(--accent);outline-offset:2px}
.shot{margin-top:.35rem;font-size:.875rem}

.steps{border:1px solid var(--line);border-radius:8px;overflow:hidden}
.steps>li+li{border-top:1px solid var(--line)}
.step>summary{display:flex;align-items:flex-start;gap:.5rem;padding:.5rem .9rem}
.step>summary::before{margin-top:.6em}
.step>summary:hover{background:var(--sunken)}
.step .sentence{flex:1}
.step .when{color:var(--quiet);white-space:nowrap;padding-top:.15em}
.sign{flex:none;width:1.35rem;height:1.35rem;margin-top:.12rem;border-radius:50%;text-align:center;font-size:.8rem;line-height:1.35rem;font-weight:700}
.number{flex:none;min-width:1.4rem;text-align:right;color:var(--quiet);font-variant-numeric:tabular-nums}
.step>.inside{padding:.1rem .9rem .8rem 3.1rem}
.step .none{color:var(--quiet);font-size:.8125rem}
.step.is-failed>summary{background:var(--failed-ground)}
.event{display:grid;grid-template-columns:var(--clock) 7rem minmax(0,1fr);gap:0 .75rem;padding:.16rem 0;font-size:.875rem;align-items:baseline}
.event .time,.event .who{color:var(--quiet)}
.event .who{font-size:.8125rem}
.event.minor{color:var(--quiet)}
.event ul{grid-column:3;font-size:.8125rem}
.step .took{margin-left:.15em}
.check{display:flex;gap:.5rem;margin-top:.35rem;padding:.3rem .7rem;border-radius:6px;font-size:.875rem}
.check b{flex:none}

.mail{border:1px solid var(--line);border-radius:8px;padding:.9rem 1.1rem 1rem}
.mail+.mail{margin-top:.75rem}
.mail header{display:flex;flex-wrap:wrap;align-items:baseline;gap:.2rem .75rem;justify-content:space-between}
.mail h5{font-size:.9375rem}
.mail h6{margin:1rem 0 .3rem;font-size:.8125rem;font-weight:600;color:var(--quiet)}
.mail .end{padding:.05rem .6rem;border-radius:999px;font-size:.8125rem;font-weight:600;background:var(--sunken);color:var(--ink)}
.mail .end.failed{color:var(--failed);background:var(--failed-ground)}
.mail .head{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:0 .9rem;margin-top:.4rem;font-size:.8125rem}
.mail .head dt{color:var(--quiet)}
.route li{display:grid;grid-template-columns:var(--clock) minmax(0,1fr);gap:0 .75rem;align-items:baseline;font-size:.875rem}
.route li .time{color:var(--quiet)}
.trail li{display:grid;grid-template-columns:7.6rem minmax(0,1fr);gap:0 .75rem;padding:.12rem 0;font-size:.875rem}
.trail .is-asked{color:var(--quiet)}
.trail .is-decisive{font-weight:600}
.trail small{display:block;font-weight:400;color:var(--quiet);font-size:.75rem}
.part{margin-top:.7rem;font-size:.875rem}
.part>summary{display:flex;align-items:center;gap:.3rem;font-weight:600;font-size:.8125rem}
.part iframe{display:block;width:100%;height:min(80vh,64rem);min-height:12rem;margin-top:.5rem;border:1px solid var(--line);border-radius:6px;background:#fff;color-scheme:light;resize:vertical}
.part pre{margin:.5rem 0 0;padding:.8rem 1rem;border-radius:6px;background:var(--sunken);font:inherit;line-height:1.8;white-space:pre-wrap;overflow-x:auto}
@media (max-width:44rem){
  .failure,.case{padding:.8rem .9rem 1rem}
  .failure dl,.case dl{grid-template-columns:minmax(0,1fr);gap:0}
  .failure dd,.case dd{margin-bottom:.5rem}
  .timeline svg{min-width:44rem}
  .step>summary{flex-wrap:wrap;padding:.5rem .6rem;gap:.1rem .4rem}
  .step .sentence{flex:1 1 60%}
  .step .when{width:100%;padding-left:4.4rem}
  .step>.inside{padding-left:.9rem}
  .event{grid-template-columns:var(--clock) minmax(0,1fr)}
  .event .sentence,.event ul{grid-column:1/-1}
  .event{padding:.3rem 0}
  .trail li{grid-template-columns:1fr}
}
`;
