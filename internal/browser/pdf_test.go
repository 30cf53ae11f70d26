package browser

import (
	"testing"
	"time"
)

// TestSettled keeps every byte but the dates and the numbers of nodes.
func TestSettled(t *testing.T) {
	const first = "<</CreationDate (D:20261124095354+01'00')\n/ModDate (D:20261124095354Z00'00')>>\n/ID (node00000107)>>\n/ID (node00000231)>>\n/Names [(node00000107) 1 0 R (node00000231) 2 0 R]\n/Type /Page\n/Type /Pages\n"
	const second = "<</CreationDate (D:20300101000000-11'30')\n/ModDate (D:20300101000000+00'00')>>\n/ID (node00001004)>>\n/ID (node00009999)>>\n/Names [(node00001004) 1 0 R (node00009999) 2 0 R]\n/Type /Page\n/Type /Pages\n"
	const want = "<</CreationDate (D:20000203040506+00'00')\n/ModDate (D:20000203040506+00'00')>>\n/ID (node00000001)>>\n/ID (node00000002)>>\n/Names [(node00000001) 1 0 R (node00000002) 2 0 R]\n/Type /Page\n/Type /Pages\n"
	at := time.Date(2000, 2, 3, 4, 5, 6, 0, time.UTC)
	for _, pdf := range []string{first, second, want} {
		if got := string(Settled([]byte(pdf), at)); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if n := Pages([]byte(first)); n != 1 {
		t.Errorf("%d pages, want 1", n)
	}
}
