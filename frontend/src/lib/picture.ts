// A chart as a picture that stands alone: its styles written into it, and a line that says source, day and method.

const STYLES = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'paint-order', 'vector-effect', 'direction']
const FOOT = 34 // pixels for the line under the chart

/** A copy of an SVG with everything it needs, and `cite` under it. */
export function picture(svg: SVGSVGElement, cite: string): SVGSVGElement {
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
  for (const anchor of copy.querySelectorAll<SVGAElement>('a')) {
    anchor.replaceWith(...group(anchor))
  }
  const [width, height] = [svg.clientWidth || svg.viewBox.baseVal.width, svg.clientHeight || svg.viewBox.baseVal.height]
  const paper = getComputedStyle(document.body)
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('viewBox', `0 0 ${width} ${height + FOOT}`)
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height + FOOT))
  const ground = element('rect', { width, height: height + FOOT, fill: paper.backgroundColor })
  const foot = element('text', { x: 8, y: height + 21, 'font-size': Math.min(11.5, (width / cite.length) * 1.9), 'font-family': 'sans-serif', fill: paper.color })
  foot.textContent = cite
  copy.prepend(ground)
  copy.append(foot)
  return copy
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
