/// The style of every page: light and dark as the system wants, narrow windows, print.
///
/// Text has a contrast of at least 4.5 to what it stands on, and drawn shapes of at least 3.
enum PageStyle {
  static let text: StaticString = #"""

    :root {
      --paper: #ffffff; --ink: #1a1c20; --faint: #565d68; --rule: #d5d9df; --shade: #f4f5f7;
      --link: #0b57d0; --alarm: #b3261e; --warn: #8a5300; --good: #1b6e3c;
      --kernel: #5f43b2; --user: #0b6a8a; --machine: #59626f; --unexplained: #9a5b00;
      --kernel-tint: #ddd4f5; --user-tint: #cbe8f2; --machine-tint: #e0e4e9;
      --on-box: #ffffff; --on-tint: #1a1c20;
      --l0: #59626f; --l1: #0b6a8a; --l2: #a8480f; --l3: #2e7d32; --l4: #ad1457;
      --l5: #5f43b2; --l6: #7a6500; --l7: #00695c; --l8: #c62828;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #14161a; --ink: #e7e9ec; --faint: #a5acb8; --rule: #3a3f48; --shade: #1e2127;
        --link: #8ab4f8; --alarm: #ff9d94; --warn: #f2b866; --good: #7fd69b;
        --kernel: #b7a3f7; --user: #74c8e4; --machine: #9ba5b3; --unexplained: #f0a95a;
        --kernel-tint: #40356b; --user-tint: #174657; --machine-tint: #363c45;
        --on-box: #14161a; --on-tint: #f2f3f5;
        --l0: #9ba5b3; --l1: #74c8e4; --l2: #f5a36f; --l3: #86cf8a; --l4: #f48fb8;
        --l5: #b7a3f7; --l6: #d9c65a; --l7: #6cc5b9; --l8: #ff8a80;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body {
      margin: 0 auto; padding: 1rem 1.25rem 3rem; max-width: 76rem; background: var(--paper);
      color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif;
      overflow-wrap: anywhere;
    }
    a { color: var(--link); }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: .5rem; padding: .5rem; background: var(--paper); }
    h1 { font-size: 1.5rem; line-height: 1.3; margin: .5rem 0; }
    h2 { font-size: 1.2rem; margin: 2.25rem 0 .25rem; }
    h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
    p { margin: .3rem 0; max-width: 52rem; }
    code, .source, .course { font-family: ui-monospace, SFMono-Regular, Menlo, monospace; }
    code { font-size: .92em; }
    header { border-left: 5px solid var(--good); padding-left: 1rem; }
    header.alarming { border-color: var(--alarm); }
    .subject, .summary, .note, .source, figcaption, caption, footer, small, .unknown, .status {
      color: var(--faint);
    }
    .source, small, caption, footer, .note, figcaption { font-size: .87rem; }
    .warning { color: var(--alarm); font-weight: 600; }
    nav.contents ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
    nav.contents { border-bottom: 1px solid var(--rule); margin-top: 1rem; }
    article + article { border-top: 3px solid var(--rule); margin-top: 3rem; padding-top: 1.5rem; }
    dt { font-weight: 600; margin-top: .5rem; }
    dd { margin: 0 0 0 1.25rem; }
    .findings { list-style: none; padding: 0; }
    .findings > li { border-left: 5px solid var(--rule); padding: .1rem 1rem .4rem; margin: .75rem 0; }
    .findings > .critical { border-color: var(--alarm); }
    .findings > .warning { border-color: var(--warn); color: inherit; font-weight: inherit; }
    .findings h3 { margin-top: .2rem; }
    .severity { text-transform: uppercase; font-size: .8rem; letter-spacing: .04em; color: var(--faint); }
    .critical .severity { color: var(--alarm); }
    .warning .severity { color: var(--warn); }

    .scroll { overflow-x: auto; margin: .5rem 0; position: relative; }
    table { border-collapse: collapse; font-size: .92rem; overflow-wrap: break-word; }
    caption { text-align: left; padding: .2rem 0; caption-side: top; }
    th, td { text-align: left; vertical-align: top; padding: .22rem .9rem .22rem 0; }
    tr > :last-child { padding-right: .25rem; }
    thead th { border-bottom: 2px solid var(--rule); vertical-align: bottom; }
    tbody tr { border-bottom: 1px solid var(--rule); }
    tbody th { font-weight: 500; min-width: 9rem; max-width: 26rem; overflow-wrap: anywhere; }
    td { max-width: 30rem; }
    td[data-v], td[data-n], th.number, td.number {
      text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums;
    }
    td.source, td.word, .course { white-space: nowrap; }
    td.words { min-width: 15rem; }
    .level1 { padding-left: 1.2rem; } .level2 { padding-left: 2.4rem; } .level3 { padding-left: 3.6rem; }
    tr[hidden] { display: none; }
    .hidden {
      position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden;
      clip-path: inset(50%); white-space: nowrap;
    }
    td small { display: inline-block; min-width: 4.6rem; text-align: left; }
    th.wide { padding-right: 5.7rem; }
    .tools { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-top: .5rem; }
    button, input {
      font: inherit; color: inherit; background: var(--shade); border: 1px solid var(--faint);
      border-radius: 6px; padding: .15rem .6rem;
    }
    button[aria-pressed="true"] { background: var(--link); color: var(--paper); }
    th button {
      background: none; border: 0; padding: 0; border-radius: 0; text-align: inherit;
      font-weight: inherit; cursor: pointer;
    }
    th button::after { content: " ↕"; content: " ↕" / ""; color: var(--faint); }
    th[aria-sort="ascending"] button::after { content: " ↑"; content: " ↑" / ""; color: inherit; }
    th[aria-sort="descending"] button::after { content: " ↓"; content: " ↓" / ""; color: inherit; }

    figure { margin: .75rem 0; }
    svg { display: block; overflow: hidden; }
    svg text { fill: var(--ink); font-size: 12.5px; }
    .swatch { display: inline-block; width: .8rem; height: .8rem; margin-right: .5rem; }
    .box rect { stroke: var(--paper); stroke-width: 1; }
    .box text { fill: var(--on-box); pointer-events: none; }
    .kernel .fill, .swatch .kernel, .step.kernel { fill: var(--kernel); }
    .user .fill, .swatch .user { fill: var(--user); }
    .machine .fill, .swatch .machine { fill: var(--machine); }
    .unexplained .fill, .swatch .unexplained, .step.unexplained, .layer.unexplained {
      fill: var(--unexplained); stroke: var(--ink); stroke-width: 1; stroke-dasharray: 4 3;
    }
    .depth1.kernel .fill, .depth2.kernel .fill { fill: var(--kernel-tint); }
    .depth1.user .fill, .depth2.user .fill { fill: var(--user-tint); }
    .depth1.machine .fill, .depth2.machine .fill { fill: var(--machine-tint); }
    .depth1 text, .depth2 text { fill: var(--on-tint); }
    .box .frame { fill: var(--shade); stroke: var(--faint); stroke-dasharray: 2 2; }
    .bare text { fill: var(--ink); }
    .icicle .tree { margin-top: .25rem; }
    p.tree { font-weight: 600; }
    .node[tabindex] { cursor: pointer; }
    .node:focus { outline: none; }
    .node:focus .fill, .node:hover .fill { stroke: var(--ink); stroke-width: 3; }
    .status { min-height: 1.6rem; }
    .waterfall table { width: 100%; }
    .waterfall .drawing { width: 55%; min-width: 8rem; padding-right: 0; }
    .step.grew { fill: var(--alarm); }
    .step.shrank { fill: var(--good); }
    .layer { stroke: var(--paper); stroke-width: 1; vector-effect: non-scaling-stroke; }
    .layer0 { fill: var(--l0); } .layer1 { fill: var(--l1); } .layer2 { fill: var(--l2); }
    .layer3 { fill: var(--l3); } .layer4 { fill: var(--l4); } .layer5 { fill: var(--l5); }
    .layer6 { fill: var(--l6); } .layer7 { fill: var(--l7); } .layer8 { fill: var(--l8); }
    .areas > svg { border-bottom: 2px solid var(--faint); background: var(--shade); }
    .areas text, .strips text { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; }
    line { stroke: var(--faint); }
    .grid { stroke: var(--rule); }
    line.reboot { stroke-dasharray: 6 4; stroke: var(--ink); }
    line.full { stroke: var(--alarm); stroke-width: 2; }
    text.full { fill: var(--alarm); font-weight: 600; }
    .legend, .outliers { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; padding: 0; list-style: none; }
    .legend, .outliers { font-size: .87rem; }
    .axis { stroke: var(--rule); stroke-width: 2; }
    line.median { stroke: var(--ink); stroke-width: 2; }
    .usual { fill: var(--machine); fill-opacity: .75; }
    .outlier { fill: var(--alarm); }
    footer { margin-top: 2rem; border-top: 1px solid var(--rule); padding-top: .5rem; }

    @media (max-width: 40rem) {
      body { padding: .75rem .75rem 2rem; }
      h1 { font-size: 1.25rem; }
      header { padding-left: .7rem; }
      th, td { padding-right: .6rem; }
      tbody th { min-width: 10rem; max-width: 11rem; }
      td { max-width: 16rem; }
      .strips text { display: none; }
      td small { min-width: 0; }
      th.wide { padding-right: .6rem; }
      .waterfall tbody th { min-width: 5rem; }
      .waterfall .drawing { width: 34%; min-width: 4rem; }
    }
    @media print {
      :root {
        --paper: #ffffff; --ink: #000000; --faint: #444444; --rule: #bbbbbb; --shade: #f4f5f7;
        --link: #000000; --alarm: #a11b14; --warn: #6d4200; --good: #14532d;
        --kernel: #5f43b2; --user: #0b6a8a; --machine: #59626f; --unexplained: #9a5b00;
        --kernel-tint: #ddd4f5; --user-tint: #cbe8f2; --machine-tint: #e0e4e9;
        --on-box: #ffffff; --on-tint: #1a1c20;
        --l0: #59626f; --l1: #0b6a8a; --l2: #a8480f; --l3: #2e7d32; --l4: #ad1457;
        --l5: #5f43b2; --l6: #7a6500; --l7: #00695c; --l8: #c62828;
      }
      body { max-width: none; padding: 0; font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .skip, nav, .tools, .status { display: none; }
      .scroll { overflow: visible; }
      table { font-size: 8.5pt; }
      td.source, small { font-size: 7.5pt; }
      h2, h3, .summary, caption, figcaption, thead { break-after: avoid; }
      tr, svg, .findings > li { break-inside: avoid; }
      td.source { white-space: normal; }
      td.words { min-width: 0; }
      th button::after { content: ""; }
    }

    """#
}
