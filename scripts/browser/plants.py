"""Faults that are planted in a page, and the check that must find each: a check that cannot fail checks nothing."""

import checks
import operations

PLANTS = [
    ("a word on the console", "console.log('x')", checks.quiet),
    ("an exception", "setTimeout(() => { throw new Error('x') }, 0)", checks.quiet),
    ("a request", "fetch('http://127.0.0.1:9/').catch(() => {})", checks.quiet),
    ("an image", "document.body.append(document.createElement('img'))", checks.inert),
    ("a handler", "document.querySelector('p').setAttribute('onclick', 'x')", checks.inert),
    ("a script's address", "document.querySelector('a').setAttribute('href', 'javascript:x')", checks.inert),
    ("a mark of direction", "document.querySelector('p').append('\\u202e')", checks.inert),
    ("faint text", "document.documentElement.style.setProperty('--faint', '#b0b0b0')", checks.contrast),
    ("faint labels", "document.documentElement.style.setProperty('--on-box', '#6b50bb')", checks.contrast),
    ("a button without a name", "document.querySelector('th button').textContent = ''", checks.named),
    ("a picture without a name",
     "document.querySelector('svg[role=tree]').removeAttribute('aria-label')", checks.named),
    ("a heading of the wrong level",
     "document.querySelector('section').prepend(document.createElement('h3'))", checks.named),
    ("a link to nowhere", "document.querySelector('nav a').setAttribute('href', '#nowhere')", checks.named),
    ("a wide line", "document.querySelector('h1').style.minWidth = '4000px'", checks.narrow),
    ("a hidden row", "document.querySelector('tbody tr').hidden = true", checks.readable),
    ("a wrong order", "Array.prototype.sort = function () { return this }", operations.sorting),
    ("no filter", "document.querySelectorAll('input').forEach(one => {"
     " const copy = one.cloneNode(); one.replaceWith(copy) })", operations.filtering),
    ("a wrong size", "document.querySelectorAll('td[data-v]').forEach(one => { one.dataset.v += '0' });"
     " BigInt.prototype.toLocaleString = () => '7'", operations.exact),
    ("no zoom", "document.querySelectorAll('.node').forEach(one => one.replaceWith(one.cloneNode(true)))",
     operations.zooming),
]
