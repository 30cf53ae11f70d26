package site

import (
	"errors"
	"html/template"
	"strconv"
	"sync"

	"rsc.io/qr/coding"
)

// quiet is the white margin that a reader of codes needs, in modules.
const quiet = 4

// code draws an address as a QR code: one path of black runs inside its quiet zone. It
// is empty for an address that no code can hold.
func code(address string) template.HTML {
	c, err := encode(address)
	if err != nil {
		return ""
	}
	side := strconv.Itoa(c.Size + 2*quiet)
	out := make([]byte, 0, c.Size*c.Size*runBytes)
	out = append(out, `<svg class="code" viewBox="0 0 `+side+" "+side+`" width="20mm" height="20mm" shape-rendering="crispEdges" aria-hidden="true"><path fill="#000" d="`...)
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
	return asHTML(append(out, `"/></svg>`...)) // numbers only
}

// runBytes is a little more than a module takes on average.
const runBytes = 4

// encode is qr.Encode at level M, but for what it makes anew for every code: where the
// bits of a code lie depends on its size alone, and thousands of sheets have the same.
func encode(address string) (*coding.Code, error) {
	text := coding.String(address)
	for v := coding.Version(coding.MinVersion); v <= coding.MaxVersion; v++ {
		if text.Bits(v) > v.DataBytes(coding.M)*8 {
			continue
		}
		plan, err := plans[v]()
		if err != nil {
			return nil, err
		}
		return plan.Encode(text)
	}
	return nil, errTooLong
}

var errTooLong = errors.New("the address is too long for a QR code")

// plans are the layouts of codes by size, each made when it is first needed.
var plans = func() (plans [coding.MaxVersion + 1]func() (*coding.Plan, error)) {
	for v := range plans {
		plans[v] = sync.OnceValues(func() (*coding.Plan, error) { return coding.NewPlan(coding.Version(v), coding.M, 0) })
	}
	return plans
}()

// appendRun draws black modules side by side.
func appendRun(out []byte, x, y, width int) []byte {
	out = strconv.AppendInt(append(out, 'M'), int64(x), 10)
	out = strconv.AppendInt(append(out, ' '), int64(y), 10)
	out = strconv.AppendInt(append(out, 'h'), int64(width), 10)
	out = strconv.AppendInt(append(out, "v1h-"...), int64(width), 10)
	return append(out, 'z')
}
