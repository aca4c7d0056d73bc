/// The script of every page: sorts and filters tables, shows sizes to the byte, zooms icicles.
///
/// It reads and writes the page alone, and everything that it adds can be done by keyboard. Without it
/// the page shows the same figures. At most 15 KB.
enum PageScript {
  static let text: StaticString = #"""

    'use strict';
    (() => {
      const firstRows = 15;

      function make(name, attributes, text) {
        const element = document.createElement(name);
        for (const key in attributes) element.setAttribute(key, attributes[key]);
        if (text !== undefined) element.textContent = text;
        return element;
      }

      // Tables: a filter and a switch for long ones, headings that sort.
      function setUp(table) {
        const rows = Array.from(table.tBodies[0].rows);
        const region = table.parentElement;
        const name = region.getAttribute('aria-label');
        const noun = table.dataset.noun;
        let showsAll = rows.length <= firstRows + 5;
        let words = [];

        const tools = make('div', { class: 'tools' });
        const filter = make('input', {
          type: 'search', placeholder: 'Filter', 'aria-label': 'Filter ' + noun + ' of ' + name });
        const all = make('button', { type: 'button' });
        const status = make('span', { class: 'status', role: 'status' });

        function update() {
          let matching = 0;
          let shown = 0;
          for (const row of table.tBodies[0].rows) {
            const text = row.textContent.toLowerCase();
            const matches = words.every(word => text.includes(word));
            if (matches) matching += 1;
            row.hidden = !matches || (!showsAll && matching > firstRows);
            if (!row.hidden) shown += 1;
          }
          all.hidden = rows.length <= firstRows + 5;
          all.textContent = showsAll ? 'Show fewer' : 'Show all ' + rows.length;
          status.textContent = shown === rows.length ? ''
            : shown + ' of ' + (words.length > 0 ? matching + ' matching ' : rows.length + ' ') + noun;
        }

        if (rows.length > firstRows + 5) {
          filter.addEventListener('input', () => {
            words = filter.value.toLowerCase().split(/\s+/).filter(word => word !== '');
            update();
          });
          all.addEventListener('click', () => { showsAll = !showsAll; update(); });
          tools.append(filter, all, status);
          region.before(tools);
          update();
        }
        if (table.classList.contains('sortable')) makeSortable(table, rows, update);
      }

      function makeSortable(table, rows, update) {
        const headings = Array.from(table.tHead.rows[0].cells);
        headings.forEach((heading, column) => {
          const button = make('button', { type: 'button' }, heading.textContent);
          heading.textContent = '';
          heading.append(button);
          button.addEventListener('click', () => {
            const isNumber = rows.some(row => number(row.cells[column]) !== null);
            const first = isNumber ? 'descending' : 'ascending';
            const other = isNumber ? 'ascending' : 'descending';
            const order = heading.getAttribute('aria-sort') === first ? other : first;
            headings.forEach(one => one.removeAttribute('aria-sort'));
            heading.setAttribute('aria-sort', order);
            const sign = order === 'ascending' ? 1 : -1;
            rows.sort((left, right) => compare(left.cells[column], right.cells[column], sign));
            table.tBodies[0].append(...rows);
            update();
          });
        });
      }

      function number(cell) {
        const text = cell && (cell.dataset.v || cell.dataset.n);
        return text === undefined || text === null || text === '' ? null : Number(text);
      }

      // What has no value comes last in either order.
      function compare(left, right, sign) {
        const one = number(left);
        const other = number(right);
        if (one !== null && other !== null) return sign * (one - other);
        if (one !== null) return -1;
        if (other !== null) return 1;
        const text = left.textContent;
        const otherText = right.textContent;
        if (text === '' || otherText === '') return otherText.length - text.length;
        return sign * text.localeCompare(otherText, 'en', { numeric: true });
      }

      // Sizes to the byte, with their tolerance.
      function exact(cell) {
        const group = text => BigInt(text).toLocaleString('en-US');
        const size = cell.dataset.v;
        const sign = cell.dataset.f && !size.startsWith('-') && size !== '0' ? '+' : '';
        const tolerance = cell.dataset.t ? ' ± ' + group(cell.dataset.t) : '';
        return sign + group(size) + ' B' + (cell.dataset.f === 'hour' ? '/h' : '') + tolerance;
      }

      function addExactSwitch() {
        const cells = Array.from(document.querySelectorAll('[data-v]'));
        const short = new Map();
        const place = document.querySelector('nav.contents') || document.querySelector('h1');
        if (cells.length === 0 || !place) return;
        const button = make('button', { type: 'button', 'aria-pressed': 'false' },
          'Show sizes to the byte');
        button.addEventListener('click', () => {
          const isOn = button.getAttribute('aria-pressed') !== 'true';
          button.setAttribute('aria-pressed', String(isOn));
          for (const cell of cells) {
            if (isOn) {
              short.set(cell, Array.from(cell.childNodes));
              cell.replaceChildren(exact(cell));
            } else {
              cell.replaceChildren(...short.get(cell));
            }
          }
        });
        const tools = make('div', { class: 'tools' });
        tools.append(button);
        place.after(tools);
      }

      // Icicles: arrow keys move, Enter and a click zoom, Escape shows all.
      function setUpIcicle(figure) {
        const status = figure.querySelector('p.status');
        const help = 'Click a box, or press Enter on it, to zoom; Escape shows all.';
        const trees = Array.from(figure.querySelectorAll('svg.tree')).map(setUpTree);

        function setUpTree(svg) {
          svg.setAttribute('role', 'tree');
          const nodes = Array.from(svg.querySelectorAll('svg.node')).map((element, place) => {
            const title = element.querySelector('title');
            const label = title.textContent;
            element.setAttribute('role', 'treeitem');
            element.setAttribute('aria-label', label);
            element.setAttribute('tabindex', place === 0 ? '0' : '-1');
            const y = Number(element.getAttribute('y'));
            return { element, label, y,
              depth: Math.round(y / 28),
              x: parseFloat(element.getAttribute('x')),
              width: parseFloat(element.getAttribute('width')) };
          });
          for (const node of nodes) node.element.setAttribute('aria-level', String(node.depth + 1));
          nodes.forEach((node, place) => {
            node.element.addEventListener('click', () => zoom(place));
            node.element.addEventListener('mouseenter', () => { status.textContent = node.label; });
            node.element.addEventListener('focus', () => { status.textContent = node.label; });
            node.element.addEventListener('keydown', event => press(event, nodes, place));
          });
          return nodes;
        }

        function press(event, nodes, place) {
          const node = nodes[place];
          const beside = nodes.filter(other => other.y === node.y);
          const at = beside.indexOf(node);
          let next;
          if (event.key === 'ArrowRight') next = beside[at + 1];
          else if (event.key === 'ArrowLeft') next = beside[at - 1];
          else if (event.key === 'Home') next = nodes[0];
          else if (event.key === 'ArrowDown') next = nodes.find(other => isIn(other, node, 1));
          else if (event.key === 'ArrowUp') next = nodes.find(other => isIn(node, other, 1));
          else if (event.key === 'Enter' || event.key === ' ') zoom(place);
          else if (event.key === 'Escape') zoom(-1);
          else return;
          event.preventDefault();
          if (!next) return;
          node.element.setAttribute('tabindex', '-1');
          next.element.setAttribute('tabindex', '0');
          next.element.focus();
        }

        // Whether a node lies some rows below another, within its width.
        function isIn(inner, outer, rows) {
          const middle = inner.x + inner.width / 2;
          return inner.depth === outer.depth + rows && middle >= outer.x
            && middle <= outer.x + outer.width;
        }

        let zoomed = -1;
        function zoom(place) {
          zoomed = zoomed === place ? -1 : place;
          for (const nodes of trees) {
            const from = zoomed < 0 ? { x: 0, width: 100 } : nodes[zoomed];
            if (!from || !(from.width > 0)) continue;
            for (const node of nodes) {
              const x = (node.x - from.x) / from.width * 100;
              const width = node.width / from.width * 100;
              const left = Math.max(0, x);
              const right = Math.min(100, x + width);
              node.element.setAttribute('x', left + '%');
              node.element.setAttribute('width', Math.max(0, right - left) + '%');
              node.element.setAttribute('visibility', right - left > 0.01 ? 'visible' : 'hidden');
              relabel(node, right - left);
            }
          }
          status.textContent = zoomed < 0 ? help : trees[0][zoomed].label;
          fitLabels(figure);
        }

        // A box that became wide enough gets its name.
        function relabel(node, width) {
          let text = node.element.querySelector('text');
          if (!text && width > 3) {
            text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
            const isBare = node.element.classList.contains('bare');
            text.setAttribute('x', isBare ? node.element.querySelector('.fill').getAttribute('width') : '0');
            text.setAttribute('dx', '5');
            text.setAttribute('y', '17');
            text.textContent = node.element.dataset.label;
            node.element.append(text);
          }
        }

        status.textContent = help;
      }

      // A label that is wider than its box ends in an ellipsis; one of a letter or two is left out.
      function fitLabels(root, scale = 1) {
        for (const text of root.querySelectorAll('svg.box > text')) {
          text.dataset.name ??= text.textContent;
          const name = text.dataset.name;
          const [frame, fill] = Array.from(text.parentNode.querySelectorAll('rect'),
            rect => rect.getBoundingClientRect().width * scale);
          const isBare = text.parentNode.classList.contains('bare');
          const room = frame - (isBare ? fill : 0) - 8;
          text.textContent = name;
          let width = text.getComputedTextLength();
          let length = name.length;
          while (width > room && length > 0) {
            length = Math.min(length - 1, Math.floor(length * room / width));
            text.textContent = length > 2 ? name.slice(0, length) + '\u2026' : '';
            width = text.getComputedTextLength();
          }
        }
      }

      document.querySelectorAll('.scroll > table').forEach(setUp);
      addExactSwitch();
      document.querySelectorAll('figure.icicle').forEach(setUpIcicle);
      fitLabels(document);
      addEventListener('resize', () => requestAnimationFrame(() => fitLabels(document)));
      // Labels are measured before the page gets its printed width: 680 pixels are left of A4 or letter.
      addEventListener('beforeprint', () => fitLabels(document, Math.min(1, 680 / document.body.clientWidth)));
      addEventListener('afterprint', () => fitLabels(document));
    })();

    """#
}
