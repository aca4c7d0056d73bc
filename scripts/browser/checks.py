"""What must be true of every page, as a browser sees it."""

# The relative luminance and contrast of WCAG 2.2 (1.4.3): text on what lies behind it, computed from the
# styles that the browser applies. A label in a drawing lies on the shapes drawn before it at its middle.
CONTRAST = r"""
(() => {
  const parse = text => {
    const parts = /rgba?\(([^)]*)\)/.exec(text);
    if (!parts) return null;
    const numbers = parts[1].split(/[,\/ ]+/).filter(x => x !== '').map(Number);
    return numbers.length > 3 && numbers[3] === 0 ? null : numbers;
  };
  const light = rgb => {
    const [r, g, b] = rgb.slice(0, 3).map(value => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [a, b] = [light(one), light(other)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  const paper = parse(getComputedStyle(document.body).backgroundColor);
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color) return color;
    }
    return paper;
  };
  const shapes = label => {
    const box = label.getBoundingClientRect();
    const [x, y] = [box.left + 3, box.top + box.height / 2];
    let color = behind(label.closest('figure'));
    const root = label.closest('figure svg');
    let outer = root;
    while (outer.parentElement.closest('svg')) outer = outer.parentElement.closest('svg');
    for (const shape of outer.querySelectorAll('rect, path')) {
      if (shape.compareDocumentPosition(label) & Node.DOCUMENT_POSITION_PRECEDING) continue;
      const area = shape.getBoundingClientRect();
      if (x < area.left || x > area.right || y < area.top || y > area.bottom) continue;
      if (shape.tagName === 'path') {
        // Labels over areas have an outline in the colour of the paper.
        const outline = getComputedStyle(label);
        if (outline.paintOrder.startsWith('stroke')) return parse(outline.stroke);
      }
      color = parse(getComputedStyle(shape).fill) || color;
    }
    return color;
  };
  const low = [];
  let count = 0;
  const judge = (element, color, ground, text) => {
    if (!color || !ground) return;
    count += 1;
    const size = parseFloat(getComputedStyle(element).fontSize);
    const isBold = Number(getComputedStyle(element).fontWeight) >= 700;
    const least = size >= 24 || (isBold && size >= 18.66) ? 3 : 4.5;
    const found = contrast(color, ground);
    if (found < least) low.push(text.slice(0, 40) + ': ' + found.toFixed(2) + ' of ' + least);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (node.textContent.trim() === '' || element.closest('script, style, title, .hidden, .skip')) continue;
    if (element.getClientRects().length === 0) continue;
    if (element.closest('svg')) {
      judge(element, parse(getComputedStyle(element).fill), shapes(element), node.textContent);
    } else {
      judge(element, parse(getComputedStyle(element).color), behind(element), node.textContent);
    }
  }
  return { count, low };
})()
"""

# What no page of this program has, whatever names it shows.
FOREIGN = r"""
(() => {
  const allowed = new Set(['html','head','meta','title','style','body','a','main','article','header','h1','h2',
    'h3','p','strong','nav','ul','ol','li','section','dl','dt','dd','div','table','caption','thead','tbody','tr',
    'th','td','small','span','code','figure','figcaption','svg','rect','text','line','path','circle','footer',
    'script','button','input']);
  const found = [];
  for (const element of document.querySelectorAll('*')) {
    const name = element.tagName.toLowerCase();
    if (!allowed.has(name)) found.push('<' + name + '>');
    for (const attribute of element.attributes) {
      if (attribute.name.startsWith('on') || attribute.name === 'style') found.push(name + ' ' + attribute.name);
      if (attribute.name === 'href' && !/^(#|[\w.-]+\.html$)/.test(attribute.value)) found.push(attribute.value);
      if (attribute.name === 'src') found.push(name + ' src');
    }
  }
  if (document.querySelectorAll('script').length !== 1) found.push('scripts');
  if (document.querySelectorAll('style').length !== 1) found.push('styles');
  return found;
})()
"""

UNSAFE = r"""
(document.documentElement.outerHTML.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g)
  || []).length
"""

WIDTH = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def quiet(page):
    """Nothing was said on the console, nothing was requested but the page, nothing was shown."""
    faults = []
    for event in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded",
                  "Page.javascriptDialogOpening"):
        faults += ["%s: %s" % (event, str(what)[:300]) for what in page.events(event)]
    requests = [what["request"]["url"] for what in page.events("Network.requestWillBeSent")]
    faults += ["request: " + url for url in requests[1:]]
    return faults


def inert(page):
    """No element, attribute or character came from a name."""
    faults = page.value(FOREIGN)
    if page.value(UNSAFE):
        faults.append("control or format characters")
    return faults


def guarded(page):
    """The policy is in force: neither a script nor a style that the page did not bring runs, nothing loads."""
    faults = []
    page.value("""(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      const image = document.createElement('img');
      image.src = 'http://127.0.0.1:9/x.png';
      document.body.append(image);
      const paragraph = document.createElement('p');
      paragraph.setAttribute('style', 'position: fixed');
      document.body.append(paragraph);
      window.isStyled = getComputedStyle(paragraph).position === 'fixed';
      for (const one of [script, image, paragraph]) one.remove();
    })()""")
    page.browser.settle()
    if page.value("window.ran === true"):
        faults.append("a script ran that the page did not bring")
    if page.value("window.isStyled"):
        faults.append("a style applied that the page did not bring")
    refused = [event["entry"]["text"] for event in page.events("Log.entryAdded")
               if event["entry"].get("source") == "security"]
    said = " ".join(refused)
    for word in ("script-src", "style-src", "img-src"):
        if word not in said and "default-src" not in said:
            faults.append("the policy did not refuse by " + word)
    return faults


def contrast(page):
    """Every text has enough contrast; how many were judged."""
    found = page.value(CONTRAST)
    faults = ["contrast: " + low for low in found["low"][:10]]
    if found["count"] < 20:
        faults.append("only %d texts were judged" % found["count"])
    return faults


def named(page):
    """All that takes the focus, every picture and table has a name; one heading leads, no level is left out.

    The rules are axe-core's of these names: button-name, link-name, label, svg-img-alt, region,
    scrollable-region-focusable, heading-order, html-has-lang, document-title, th-has-data-cells.
    """
    faults = []
    wanted = {"button", "link", "searchbox", "textbox", "image", "img", "table", "region", "tree", "treeitem",
              "navigation", "article", "columnheader", "rowheader"}
    for node in page.call("Accessibility.getFullAXTree")["nodes"]:
        role = node.get("role", {}).get("value", "")
        if node.get("ignored") or role not in wanted:
            continue
        if not node.get("name", {}).get("value", "").strip():
            faults.append("%s without a name" % role)
    faults += page.value("""(() => {
      const faults = [];
      if (document.documentElement.lang !== 'en') faults.push('no language');
      if (document.title.trim() === '') faults.push('no title');
      let last = 0;
      for (const heading of document.querySelectorAll('h1, h2, h3')) {
        const level = Number(heading.tagName[1]);
        if (level > last + 1) faults.push('heading level left out: ' + heading.textContent);
        last = level;
      }
      if (document.querySelectorAll('h1').length < 1) faults.push('no heading');
      for (const table of document.querySelectorAll('table')) {
        const columns = table.tHead.rows[0].cells.length;
        for (const row of table.tBodies[0].rows)
          if (row.cells.length !== columns) faults.push('a row of other columns');
      }
      const ids = Array.from(document.querySelectorAll('[id]'), one => one.id);
      if (new Set(ids).size !== ids.length) faults.push('an id twice');
      for (const link of document.querySelectorAll('a[href^="#"]'))
        if (!document.getElementById(link.hash.slice(1))) faults.push('a link to nowhere: ' + link.hash);
      return faults;
    })()""")
    return faults


def narrow(page):
    """Nothing makes the page wider than the window."""
    excess = page.value(WIDTH)
    return [] if excess <= 0 else ["%d pixels wider than the window" % excess]


def readable(page):
    """Without its script: nothing is hidden, no control is there that would do nothing."""
    return page.value("""(() => {
      const faults = [];
      if (document.querySelectorAll('button, input').length > 0) faults.push('controls without a script');
      for (const row of document.querySelectorAll('tbody tr'))
        if (row.getClientRects().length === 0) faults.push('a hidden row');
      const texts = document.querySelectorAll('h1, h2, td, th, p, li').length;
      if (texts < 10) faults.push('only ' + texts + ' texts');
      return faults.slice(0, 5);
    })()""")
