// Package notifications asks Alertmanager's own dispatcher, inhibitor and notification pipeline
// who is notified of a course of alerts. Time is that of testing/synctest: hours pass at once,
// and every wait is as long as it is configured.
package notifications

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"os"
	"reflect"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/common/model"

	"github.com/prometheus/alertmanager/alert"
	"github.com/prometheus/alertmanager/config"
	"github.com/prometheus/alertmanager/dispatch"
	"github.com/prometheus/alertmanager/eventrecorder"
	"github.com/prometheus/alertmanager/featurecontrol"
	"github.com/prometheus/alertmanager/inhibit"
	"github.com/prometheus/alertmanager/marker"
	"github.com/prometheus/alertmanager/nflog"
	"github.com/prometheus/alertmanager/notify"
	"github.com/prometheus/alertmanager/provider/mem"
	"github.com/prometheus/alertmanager/silence"
	"github.com/prometheus/alertmanager/template"
	"github.com/prometheus/alertmanager/timeinterval"
)

// What is asked: a configuration, and courses of alerts that have nothing to do with each other.
type question struct {
	Config    string     `json:"config"`
	Incidents []incident `json:"incidents"`
}

type incident struct {
	Name string `json:"name"`
	// Its first minute, which decides what time intervals say.
	Start   time.Time `json:"start"`
	Minutes int       `json:"minutes"`
	Alerts  []course  `json:"alerts"`
}

// One alert as Prometheus sends it, each minute while it fires.
type course struct {
	Labels model.LabelSet `json:"labels"`
	// Minutes in which it fires: from the first to before the second.
	Firing [][2]int `json:"firing"`
}

type answer struct {
	Name          string         `json:"name"`
	Notifications []notification `json:"notifications"`
	Inhibited     []inhibition   `json:"inhibited"`
}

// One message of one integration.
type notification struct {
	// Seconds since the first minute.
	Second      float64          `json:"second"`
	Receiver    string           `json:"receiver"`
	Integration string           `json:"integration"`
	Group       string           `json:"group"`
	GroupLabels model.LabelSet   `json:"groupLabels"`
	Reason      string           `json:"reason"`
	Firing      []model.LabelSet `json:"firing"`
	Resolved    []model.LabelSet `json:"resolved"`
}

// Minutes in which an alert fires and is inhibited.
type inhibition struct {
	Labels model.LabelSet `json:"labels"`
	// One of the alerts that inhibit it, in the first of these minutes.
	By      model.LabelSet `json:"by"`
	Minutes []int          `json:"minutes"`
}

// As Prometheus sends alerts: again each minute, valid for four, resolved ones for a quarter of
// an hour.
const (
	resend = time.Minute
	// Each minute a little later: a group whose turn comes a whole number of minutes after an alert
	// would else have its turn at the instant of another alert, and either may come first.
	later        = 10 * time.Millisecond
	validity     = 4 * resend
	resolvedSent = 15 * time.Minute
)

// As Alertmanager's program sets them when it is not told otherwise.
const (
	retention           = 120 * time.Hour
	collectGarbage      = 30 * time.Minute
	maintainDispatching = 15 * time.Second
)

func TestNotifications(t *testing.T) {
	var asked question
	content, err := os.ReadFile(os.Getenv("QUESTION"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(content, &asked); err != nil {
		t.Fatal(err)
	}
	answers := make([]answer, len(asked.Incidents))
	t.Run("incidents", func(t *testing.T) {
		for place, each := range asked.Incidents {
			t.Run(each.Name, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					answers[place] = live(t, asked.Config, each)
				})
			})
		}
	})
	written, err := json.Marshal(answers)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(os.Getenv("ANSWER"), written, 0o600); err != nil {
		t.Fatal(err)
	}
}

// live runs one Alertmanager, wired as its program wires it, through an incident.
func live(t *testing.T, text string, happens incident) answer {
	logger := slog.New(slog.NewTextHandler(io.Discard, nil))
	registry := prometheus.NewRegistry()
	recorder := eventrecorder.NopRecorder()
	time.Sleep(time.Until(happens.Start))

	conf, err := config.Load(text)
	fatal(t, err)
	notificationLog, err := nflog.New(nflog.Options{Retention: retention, Logger: logger, Metrics: registry})
	fatal(t, err)
	silences, err := silence.New(silence.Options{Retention: retention, Logger: logger, Metrics: registry, EventRecorder: recorder})
	fatal(t, err)
	silencer := silence.NewSilencer(silences, logger, recorder)
	alerts, err := mem.NewAlerts(t.Context(), collectGarbage, 0, silencer, logger, recorder, registry, featurecontrol.NoopFlags{})
	fatal(t, err)
	defer alerts.Close()
	intervals := map[string][]timeinterval.TimeInterval{}
	for _, each := range conf.TimeIntervals {
		intervals[each.Name] = each.TimeIntervals
	}
	intervener := timeinterval.NewIntervener(intervals)
	inhibitor := inhibit.NewInhibitor(alerts, conf.InhibitRules, logger, recorder)
	sent := &record{start: happens.Start}
	pipeline := notify.NewPipelineBuilder(registry, featurecontrol.NoopFlags{}, recorder).New(
		sent.receivers(conf),
		func() time.Duration { return 0 },
		inhibitor,
		silencer,
		intervener,
		notificationLog,
		nil,
	)
	tmpl, err := template.FromGlobs(nil)
	fatal(t, err)
	dispatcher := dispatch.NewDispatcher(
		alerts,
		dispatch.NewRoute(conf.Route, nil),
		pipeline,
		intervener,
		func(d time.Duration) time.Duration { return max(d, notify.MinTimeout) },
		maintainDispatching,
		nil,
		logger,
		recorder,
		nil,
		tmpl,
	)
	go inhibitor.Run()
	inhibitor.WaitForLoading()
	defer inhibitor.Stop()
	go dispatcher.Run(time.Now())
	dispatcher.WaitForLoading()
	defer dispatcher.Stop()

	inhibited := map[model.Fingerprint]*inhibition{}
	for minute := range happens.Minutes + 1 {
		now := happens.Start.Add(time.Duration(minute) * (time.Minute + later))
		time.Sleep(time.Until(now))
		fatal(t, alerts.Put(t.Context(), sentAt(happens, minute)...))
		synctest.Wait()
		for _, each := range happens.Alerts {
			if firesAt(each, minute) {
				note(t, inhibitor, happens.Alerts, each.Labels, minute, inhibited)
			}
		}
	}
	time.Sleep(time.Second)
	return answer{
		Name:          happens.Name,
		Notifications: sent.sorted(),
		Inhibited:     values(inhibited),
	}
}

func fatal(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func firesAt(each course, minute int) bool {
	return slices.ContainsFunc(each.Firing, func(span [2]int) bool {
		return span[0] <= minute && minute < span[1]
	})
}

// What Prometheus sends in a minute: the alerts that fire, and those that resolved not long ago.
func sentAt(happens incident, minute int) []*alert.Alert {
	at := func(minute int) time.Time {
		return happens.Start.Add(time.Duration(minute) * time.Minute)
	}
	var all []*alert.Alert
	for _, each := range happens.Alerts {
		for _, span := range slices.Backward(each.Firing) {
			if minute < span[0] {
				continue
			}
			ends := at(span[1])
			if minute < span[1] {
				ends = at(minute).Add(validity)
			} else if at(minute).Sub(ends) > resolvedSent {
				break
			}
			all = append(all, alert.New(model.Alert{
				Labels:   each.Labels,
				StartsAt: at(span[0]),
				EndsAt:   ends,
			}, at(minute), false))
			break
		}
	}
	return all
}

func note(t *testing.T, inhibitor *inhibit.Inhibitor, all []course, labels model.LabelSet, minute int, noted map[model.Fingerprint]*inhibition) {
	asked := alert.New(model.Alert{Labels: labels}, time.Time{}, false)
	marked := marker.NewAlertMarker()
	if !inhibitor.Mutes(marker.WithContext(t.Context(), marked), asked.LabelSet()) {
		return
	}
	print := asked.Fingerprint()
	if known, found := noted[print]; found {
		known.Minutes = append(known.Minutes, minute)
		return
	}
	var by model.LabelSet
	for _, id := range marked.Status(print).InhibitedBy {
		for _, each := range all {
			if each.Labels.Fingerprint().String() == id {
				by = each.Labels
			}
		}
	}
	noted[print] = &inhibition{Labels: labels, By: by, Minutes: []int{minute}}
}

// record stands where the integrations are, and writes down what they would send.
type record struct {
	start time.Time
	mutex sync.Mutex
	sent  []notification
}

func (r *record) receivers(conf *config.Config) map[string][]notify.Integration {
	all := make(map[string][]notify.Integration, len(conf.Receivers))
	for _, each := range conf.Receivers {
		all[each.Name] = r.integrations(each)
	}
	return all
}

// integrations of a receiver: its fields that are lists of what can send. Alertmanager has no list of
// them but in code that opens connections.
func (r *record) integrations(receiver config.Receiver) []notify.Integration {
	var all []notify.Integration
	fields := reflect.ValueOf(receiver)
	for field := range fields.NumField() {
		list := fields.Field(field)
		if list.Kind() != reflect.Slice {
			continue
		}
		for place := range list.Len() {
			resolved, ok := list.Index(place).Interface().(notify.ResolvedSender)
			if !ok {
				continue
			}
			name := fields.Type().Field(field).Name
			label := fmt.Sprintf("%s/%d", name, place)
			all = append(all, notify.NewIntegration(
				sender{record: r, label: label}, resolved, name, place, receiver.Name))
		}
	}
	return all
}

type sender struct {
	record *record
	label  string
}

func (s sender) Notify(ctx context.Context, alerts ...*alert.Alert) notify.NotifyVerdict {
	receiver, named := notify.ReceiverName(ctx)
	group, keyed := notify.GroupKey(ctx)
	labels, grouped := notify.GroupLabels(ctx)
	reason, reasoned := notify.NotificationReason(ctx)
	if !named || !keyed || !grouped || !reasoned {
		return notify.Unrecoverable(errors.New("a notification without receiver, group or reason"), notify.DefaultReason)
	}
	message := notification{
		Second:      time.Since(s.record.start).Seconds(),
		Receiver:    receiver,
		Integration: s.label,
		Group:       group,
		GroupLabels: labels,
		Reason:      reason.String(),
		Firing:      []model.LabelSet{},
		Resolved:    []model.LabelSet{},
	}
	for _, each := range alerts {
		if each.Resolved() {
			message.Resolved = append(message.Resolved, each.Labels)
		} else {
			message.Firing = append(message.Firing, each.Labels)
		}
	}
	s.record.mutex.Lock()
	defer s.record.mutex.Unlock()
	s.record.sent = append(s.record.sent, message)
	return notify.Success()
}

// sorted by time; what is sent at one moment by its destination, since its order is nobody's.
func (r *record) sorted() []notification {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	slices.SortFunc(r.sent, func(a, b notification) int {
		if a.Second != b.Second {
			if a.Second < b.Second {
				return -1
			}
			return 1
		}
		return slices.Compare(
			[]string{a.Receiver, a.Integration, a.Group},
			[]string{b.Receiver, b.Integration, b.Group},
		)
	})
	return r.sent
}

func values(all map[model.Fingerprint]*inhibition) []inhibition {
	listed := []inhibition{}
	for _, print := range slices.Sorted(maps.Keys(all)) {
		listed = append(listed, *all[print])
	}
	return listed
}
