// A chart as a picture that stands alone: its styles written into it, its key, and a line that says source, day and method.
import { Problem } from './api'

const STYLES = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'paint-order', 'vector-effect', 'direction']
const FOOT = 34 // pixels for the line under the chart
const KEY = { font: '12px sans-serif', line: 20, gap: 18 } // pixels; a key's signs are up to a line high

/** A copy of an SVG with everything it needs; under it the signs of its `key`, and `cite`. */
export function picture(svg: SVGSVGElement, cite: string, key?: HTMLElement): SVGSVGElement {
  const copy = styled(svg)
  for (const anchor of copy.querySelectorAll<SVGAElement>('a')) {
    anchor.replaceWith(...group(anchor))
  }
  const width = svg.clientWidth || svg.viewBox.baseVal.width
  const height = svg.clientHeight || svg.viewBox.baseVal.height
  const paper = getComputedStyle(document.body)
  const signs = key ? keyed(key, width, height + 8, paper.color) : { drawn: [], end: height }
  const end = signs.end + FOOT
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('viewBox', `0 0 ${width} ${end}`)
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(end))
  const ground = element('rect', { width, height: end, fill: paper.backgroundColor })
  const foot = element('text', { x: 8, y: end - 13, 'font-size': Math.min(11.5, (width / cite.length) * 1.9), 'font-family': 'sans-serif', direction: 'ltr', fill: paper.color })
  foot.textContent = cite
  copy.prepend(ground)
  const below = element('rect', { y: height, width, height: end - height, fill: paper.backgroundColor }) // the map goes on under its edge
  copy.append(below, ...signs.drawn, foot)
  return copy
}

/** A copy of a drawing with the styles it has on the page written into it. */
function styled(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const shown = [svg, ...svg.querySelectorAll<SVGElement>('*')]
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')]
  shown.forEach((element, i) => {
    const style = getComputedStyle(element)
    const into = copies[i]!
    for (const name of STYLES) {
      const value = style.getPropertyValue(name)
      if (value && !(name === 'opacity' && value === '1')) into.setAttribute(name, value)
    }
    into.removeAttribute('class')
    into.removeAttribute('tabindex')
  })
  return copy
}

/** The items of a key, from where a line begins, in as many lines as they need below `top`; and where they end. */
function keyed(key: HTMLElement, width: number, top: number, ink: string): { drawn: SVGElement[]; end: number } {
  const pen = document.createElement('canvas').getContext('2d')!
  pen.font = KEY.font
  const mirrored = getComputedStyle(key).direction === 'rtl'
  const drawn: SVGElement[] = []
  let [x, y] = [8, top]
  for (const item of key.querySelectorAll('li')) {
    const shown = item.querySelector('svg')!
    const [wide, high] = [Number(shown.getAttribute('width')), Number(shown.getAttribute('height'))]
    const words = [...item.childNodes].flatMap((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent!.trim() : [])).join(' ')
    const lines = broken(words, width - 16 - wide - 6, pen)
    const whole = wide + 6 + Math.max(...lines.map((line) => pen.measureText(line).width))
    if (x > 8 && x + whole > width - 8) [x, y] = [8, y + KEY.line]
    const sign = styled(shown)
    sign.setAttribute('x', String(mirrored ? width - x - wide : x))
    sign.setAttribute('y', String(y + (KEY.line - high) / 2))
    drawn.push(sign)
    for (const [i, line] of lines.entries()) {
      const from = x + wide + 6
      const text = element('text', { x: mirrored ? width - from : from, y: y + i * KEY.line + 14, 'font-size': 12, 'font-family': 'sans-serif', direction: mirrored ? 'rtl' : 'ltr', fill: ink })
      text.textContent = line
      drawn.push(text)
    }
    y += (lines.length - 1) * KEY.line
    x += whole + KEY.gap
  }
  return { drawn, end: y + KEY.line }
}

/** Words in lines no wider than `room` pixels, where spaces allow. */
function broken(words: string, room: number, pen: CanvasRenderingContext2D): string[] {
  const lines = ['']
  for (const word of words.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`.trim()
    if (lines.at(-1) && pen.measureText(longer).width > room) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}

/** A picture that the server draws. */
export async function served(address: string): Promise<SVGSVGElement> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Problem(answer.status, answer.statusText, '')
  return new DOMParser().parseFromString(await answer.text(), 'image/svg+xml').documentElement as unknown as SVGSVGElement
}

/** Hands a picture to the reader as a file. */
export async function saved(svg: SVGSVGElement, kind: 'svg' | 'png', name: string): Promise<void> {
  const text = new XMLSerializer().serializeToString(svg)
  const drawn = new Blob([text], { type: 'image/svg+xml' })
  handed(kind === 'svg' ? drawn : await painted(drawn, svg), `${name}.${kind}`)
}

async function painted(drawn: Blob, svg: SVGSVGElement): Promise<Blob> {
  const address = URL.createObjectURL(drawn)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const sheet = document.createElement('canvas')
    const scale = 2 // for print and for dense screens
    sheet.width = svg.viewBox.baseVal.width * scale
    sheet.height = svg.viewBox.baseVal.height * scale
    sheet.getContext('2d')!.drawImage(image, 0, 0, sheet.width, sheet.height)
    return await new Promise((done, fail) => sheet.toBlob((blob) => (blob ? done(blob) : fail(new Error('The browser could not paint the picture.'))), 'image/png'))
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** Hands a file to the reader. */
export function handed(file: Blob, name: string): void {
  const anchor = document.createElement('a')
  anchor.href = URL.createObjectURL(file)
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000)
}

function group(anchor: SVGAElement): Element[] {
  const g = element('g', {})
  const [transform, label] = [anchor.getAttribute('transform'), anchor.getAttribute('aria-label')]
  if (transform) g.setAttribute('transform', transform)
  if (label) {
    const title = element('title', {})
    title.textContent = label
    g.append(title)
  }
  g.append(...anchor.childNodes)
  return [g]
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}
