package serve

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// heartbeat finds readers who left without a word.
const heartbeat = 15 * time.Second

// events is the stream of what open pages are told: the status at once and again
// whenever it changes. A slow reader gets the newest, not each.
func (h *handler) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	message := "retry: 500\n"
	for {
		_, said, changed := h.state.look()
		data, err := json.Marshal(said)
		if err != nil {
			return
		}
		message += fmt.Sprintf("data: %s\n\n", data)
		for waiting := true; waiting; {
			if !send(w, message) {
				return
			}
			select {
			case <-r.Context().Done():
				return
			case <-beat.C:
				message = ": still here\n\n"
			case <-changed:
				message, waiting = "", false
			}
		}
	}
}

func send(w http.ResponseWriter, message string) bool {
	_, err := w.Write([]byte(message))
	return err == nil && http.NewResponseController(w).Flush() == nil
}
