// The map as a picture file, drawn by this page itself: nothing is sent or fetched, and the letters are the page's own.

const ACROSS = 2200;
const EDGE = 60;

/** Draw what is on the page on a sheet, and hand it over as a PNG file. */
export async function savePicture(svg, name = "map") {
  const sheet = drawn(svg);
  const file = await new Promise((done) => sheet.toBlob(done, "image/png"));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `${name}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Return a canvas with everything that can be seen of a drawing. */
export function drawn(svg) {
  const [x, y, width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const sheet = document.createElement("canvas");
  const scale = ACROSS / width;
  sheet.width = ACROSS + 2 * EDGE;
  sheet.height = Math.round(height * scale) + 2 * EDGE;
  const pen = sheet.getContext("2d");
  pen.fillStyle = getComputedStyle(document.body).backgroundColor;
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.setTransform(scale, 0, 0, scale, EDGE - x * scale, EDGE - y * scale);
  const base = svg.getCTM();
  for (const part of svg.querySelectorAll("path, circle, text")) {
    const look = getComputedStyle(part);
    if (part.closest("defs") || look.display === "none" || look.visibility === "hidden") continue;
    pen.save();
    const { a, b, c, d, e, f } = base.inverse().multiply(part.getCTM());
    pen.transform(a, b, c, d, e, f);
    pen.globalAlpha = Number(look.opacity);
    if (part.localName === "text") write(pen, part, look);
    else outline(pen, part, look);
    pen.restore();
  }
  return sheet;
}

function outline(pen, part, look) {
  const path = part.localName === "path" ? new Path2D(part.getAttribute("d")) : new Path2D();
  if (part.localName === "circle") {
    const [x, y, r] = ["cx", "cy", "r"].map((name) => part[name].baseVal.value);
    path.arc(x, y, r, 0, 2 * Math.PI);
  }
  pen.lineJoin = look.strokeLinejoin;
  pen.lineCap = look.strokeLinecap;
  pen.lineWidth = parseFloat(look.strokeWidth);
  pen.setLineDash(look.strokeDasharray === "none" ? [] : look.strokeDasharray.split(",").map(parseFloat));
  colour(pen, look, () => pen.fill(path, look.fillRule), () => pen.stroke(path));
}

function colour(pen, look, fill, stroke) {
  const paints = [
    [look.fill, "fillStyle", fill],
    [look.stroke, "strokeStyle", stroke],
  ];
  if (look.paintOrder.startsWith("stroke")) paints.reverse();
  for (const [paint, style, draw] of paints) {
    if (paint === "none") continue;
    pen[style] = paint;
    draw();
  }
}

function write(pen, text, look) {
  pen.font = `${look.fontWeight} ${look.fontSize} ${look.fontFamily}`;
  pen.lineJoin = "round";
  pen.lineWidth = parseFloat(look.strokeWidth);
  const pieces = text.querySelector("textPath") ? letters(text) : lines(text, look);
  const anchor = { middle: "center", end: "right" }[look.textAnchor] ?? "left";
  for (const { words, x, y, turn } of pieces) {
    pen.save();
    pen.translate(x, y);
    pen.rotate((turn * Math.PI) / 180);
    pen.textAlign = turn === undefined || text.querySelector("textPath") ? "left" : anchor;
    colour(pen, look, () => pen.fillText(words, 0, 0), () => pen.strokeText(words, 0, 0));
    pen.restore();
  }
}

/** Letters on the rim, each where the browser put it. */
function letters(text) {
  const words = text.textContent;
  return Array.from({ length: text.getNumberOfChars() }, (_, index) => {
    const { x, y } = text.getStartPositionOfChar(index);
    return { words: words[index], x, y, turn: text.getRotationOfChar(index) };
  });
}

/** Whole lines, so that letters that join each other stay joined. */
function lines(text, look) {
  const parts = text.children.length ? [...text.children] : [text];
  return parts.filter((part) => part.getNumberOfChars()).map((part) => {
    const box = part.getStartPositionOfChar(0);
    const end = part.getEndPositionOfChar(part.getNumberOfChars() - 1);
    const [left, right] = [Math.min(box.x, end.x), Math.max(box.x, end.x)];
    const x = { middle: (left + right) / 2, end: right }[look.textAnchor] ?? left;
    return { words: part.textContent, x, y: box.y, turn: 0 };
  });
}
