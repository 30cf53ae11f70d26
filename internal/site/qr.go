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
	var row []byte
	for y := range c.Size {
		row = strconv.AppendInt(append(row[:0], ' '), int64(y+quiet), 10)
		for x := 0; x < c.Size; x++ {
			from := x
			for c.Black(x, y) {
				x++
			}
			if x > from {
				out = append(strconv.AppendInt(append(out, 'M'), int64(from+quiet), 10), row...)
				out = append(out, runs[x-from]...)
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

// runs draw black modules side by side, as many as their index says.
var runs = func() (runs [17 + 4*coding.MaxVersion + 1]string) {
	for width := range runs {
		n := strconv.Itoa(width)
		runs[width] = "h" + n + "v1h-" + n + "z"
	}
	return runs
}()
