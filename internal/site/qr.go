package site

import (
	"html/template"
	"strconv"

	"rsc.io/qr"
)

// quiet is the white margin that a reader of codes needs, in modules.
const quiet = 4

// code draws an address as a QR code: one path of black runs inside its quiet zone. It
// is empty for an address that no code can hold.
func code(address string) template.HTML {
	c, err := qr.Encode(address, qr.M)
	if err != nil {
		return ""
	}
	side := strconv.Itoa(c.Size + 2*quiet)
	out := append([]byte(nil), `<svg class="code" viewBox="0 0 `+side+" "+side+`" width="20mm" height="20mm" shape-rendering="crispEdges" aria-hidden="true"><path fill="#000" d="`...)
	for y := range c.Size {
		for x := 0; x < c.Size; x++ {
			from := x
			for c.Black(x, y) {
				x++
			}
			if x > from {
				out = appendRun(out, from+quiet, y+quiet, x-from)
			}
		}
	}
	return template.HTML(append(out, `"/></svg>`...)) // numbers only
}

// appendRun draws black modules side by side.
func appendRun(out []byte, x, y, width int) []byte {
	out = strconv.AppendInt(append(out, 'M'), int64(x), 10)
	out = strconv.AppendInt(append(out, ' '), int64(y), 10)
	out = strconv.AppendInt(append(out, 'h'), int64(width), 10)
	out = strconv.AppendInt(append(out, "v1h-"...), int64(width), 10)
	return append(out, 'z')
}
