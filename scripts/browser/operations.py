"""What a reader does with a page: sorting, filtering, showing all rows, exact sizes, the zoom; by keyboard."""

TABLE = "Array.from(document.querySelectorAll('table.sortable')).sort((a, b) => b.tBodies[0].rows.length - a.tBodies[0].rows.length)[0]"


def sorting(page):
    """A heading sorts by number, largest first, and once more the other way; the order is said."""
    faults = []
    found = page.value("""(() => {
      const table = %s;
      const headings = Array.from(table.tHead.rows[0].cells);
      const column = headings.findIndex((_, place) => table.tBodies[0].rows[0].cells[place].dataset.v);
      const values = () => Array.from(table.tBodies[0].rows, row => row.cells[column].dataset.v)
        .filter(value => value !== undefined).map(Number);
      const button = headings[column].querySelector('button');
      const before = values();
      button.click();
      const first = { order: headings[column].getAttribute('aria-sort'), values: values() };
      button.click();
      const second = { order: headings[column].getAttribute('aria-sort'), values: values() };
      return { before, first, second };
    })()""" % TABLE)
    for clicked, reverse in ((found["first"], True), (found["second"], False)):
        if clicked["values"] != sorted(found["before"], reverse=reverse):
            faults.append("not sorted " + str(clicked["order"]))
        if clicked["order"] != ("descending" if reverse else "ascending"):
            faults.append("aria-sort is " + str(clicked["order"]))
    return faults


def filtering(page):
    """A filter leaves the rows that hold its words and says how many; nothing typed shows the first rows."""
    found = page.value("""(() => {
      const table = %s;
      const input = table.parentElement.previousElementSibling.querySelector('input');
      const status = table.parentElement.previousElementSibling.querySelector('[role=status]');
      const rows = Array.from(table.tBodies[0].rows);
      const word = rows[rows.length - 1].cells[0].textContent;
      const shown = () => rows.filter(row => row.getClientRects().length > 0);
      const first = shown().length;
      input.value = word.toUpperCase();
      input.dispatchEvent(new Event('input'));
      const filtered = shown().map(row => row.textContent);
      const said = status.textContent;
      input.value = 'no row has these words';
      input.dispatchEvent(new Event('input'));
      const none = shown().length;
      input.value = '';
      input.dispatchEvent(new Event('input'));
      const all = table.parentElement.previousElementSibling.querySelector('button');
      all.click();
      return { word, first, filtered, said, none, again: shown().length, all: rows.length };
    })()""" % TABLE)
    faults = []
    if not found["filtered"] or any(found["word"].lower() not in row.lower() for row in found["filtered"]):
        faults.append("the filter shows rows without %r" % found["word"])
    if "matching" not in found["said"]:
        faults.append("the filter says %r" % found["said"])
    if found["none"] != 0:
        faults.append("a filter that nothing matches shows %d rows" % found["none"])
    if found["first"] >= found["all"] or found["again"] != found["all"]:
        faults.append("shown at first %(first)d, then %(again)d of %(all)d rows" % found)
    return faults


def exact(page):
    """A switch shows every size to the byte, and back."""
    found = page.value("""(() => {
      const button = Array.from(document.querySelectorAll('button')).find(one => one.textContent.includes('byte'));
      const cell = Array.from(document.querySelectorAll('td[data-v]')).find(one => Number(one.dataset.v) > 1048576);
      const before = cell.textContent;
      button.click();
      const exact = cell.textContent;
      button.click();
      return { before, exact, after: cell.textContent, bytes: cell.dataset.v };
    })()""")
    digits = "".join(sign for sign in found["exact"].split("±")[0] if sign.isdigit())
    faults = [] if digits == found["bytes"].lstrip("-") else ["to the byte: " + found["exact"]]
    return faults + ([] if found["after"] == found["before"] else ["not back: " + found["after"]])


def zooming(page):
    """The keys move from box to box of an icicle and zoom; each is one stop of the tab key."""
    if not page.value("document.querySelector('figure.icicle') !== null"):
        return []
    page.value("document.querySelector('.icicle .node').focus()")
    faults = []
    stops = page.value("Array.from(document.querySelectorAll('svg.tree')).map("
                       "svg => svg.querySelectorAll('[tabindex=\"0\"]').length)")
    if any(count != 1 for count in stops):
        faults.append("tab stops of icicles: %s" % stops)
    first = page.value("document.activeElement.getAttribute('aria-label')")
    page.press("ArrowDown")
    second = page.value("document.activeElement.getAttribute('aria-label')")
    if not second or second == first:
        faults.append("the arrow key does not move")
    said = page.value("document.querySelector('.icicle [role=status]').textContent")
    if said != second:
        faults.append("the figure says %r, not %r" % (said, second))
    page.press("Enter")
    if page.value("document.activeElement.getAttribute('width')") != "100%":
        faults.append("Enter does not zoom")
    page.press("Escape")
    if page.value("document.querySelector('.icicle .node').getAttribute('x')") != "0%" or page.value(
            "document.activeElement.getAttribute('width')") == "100%":
        faults.append("Escape does not show all")
    return faults
