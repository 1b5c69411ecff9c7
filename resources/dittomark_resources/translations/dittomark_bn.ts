<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="bn" sourcelanguage="en">
  <context>
    <name>About</name>
    <message>
      <source>About Dittomark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>About Qt</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything stays on this computer: the program opens no connection by itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Free software under the MIT licence. It uses Qt under the LGPL and the Noto fonts under the Open Font License; the licences of all parts are installed beside the program.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reads news articles side by side, shows the passages they share, and keeps what you mark and judge in one file.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Actions</name>
    <message>
      <source>&amp;Edit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;File</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Go</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Help</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Judge</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Mark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Team</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;View</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>About Dittomark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accept all suggestions in this article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accept the suggestion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add another article beside…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Attach an event…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Blind mode: hide highlights and suggestions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Boilerplate hatched</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change the span’s label…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Changed differently…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Changed words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dashboard</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete the span</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Details of the article…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done, next pair</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Filter the list</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find a command…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find in the text…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find next</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find pairs to compare…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find previous</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Flag</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fold boilerplate away</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Full screen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Guidelines</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>History…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import a folder…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import articles…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Invisible characters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Join other annotators’ files…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Label scheme…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Larger text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>List of articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>List of events</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>List of pairs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Manual</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mark as boilerplate…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New project…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next in the list</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next pair that is not done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next part of the window</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next passage</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next span</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next suggestion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open project…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the sample project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pair the selected articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Passages</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Preferences…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous in the list</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous part of the window</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous passage</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous span</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous suggestion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Redo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Refuse all suggestions in this article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Refuse the suggestion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Repeats</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Restore a backup…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scroll together</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select the block, then the next one too</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shared terms</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show me around</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Similar sentences</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Skip for now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Smaller text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stock phrases</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Suggest boilerplate and events…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Suggestions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Swap left and right</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take the relation back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Text in its normal size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This article alone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Timeline of events</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Turn the direction</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write a note</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Annotator</name>
    <message>
      <source>Go on as this annotator</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name or initials</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who is annotating?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your judgements are kept under this name, so that several people’s work can be brought together. Initials are enough.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ArticleChooser</name>
    <message>
      <source>Add</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add another article beside</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Title, outlet, date, “text”…</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ArticleDetails</name>
    <message>
      <source>Article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As imported: {text}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep changes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Language</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Source</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Title</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Web address</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} characters · read as {encoding} · {name}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Bindings</name>
    <message numerus="yes">
      <source>%n pair(s) added.</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>Choose a relation first, or press X to skip the pair.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>BottomBar</name>
    <message numerus="yes">
      <source>%n passage(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>Passage {n} of {total}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read-only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Working</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>next, previous</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{percent} alike</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>● Saved {time}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Charts</name>
    <message>
      <source>Nothing yet</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CompareView</name>
    <message>
      <source>Differs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not in the other article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Overview of the article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Passage {number}, {percent} % alike</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ribbons between two articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search hit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Selected: {text}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shared term</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Similar sentence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stands here twice</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Suggested: {label}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The other article writes: {words}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The other article: {words}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Untitled</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>repeats a passage</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} characters</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Conflicts</name>
    <message>
      <source>Changed differently</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Counts now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep what counts now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take the other version</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The other version</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>These were changed in two files. The newer version counts now; choose the other one where it is right. Neither is lost.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>deleted</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Counts</name>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n event label(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n event(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n judgement(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pair(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n span(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
  </context>
  <context>
    <name>Dashboard</name>
    <message>
      <source>Articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dashboard</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Events</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pairs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pairs by relation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pairs done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pairs done per annotator</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pairs done per day</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Spans</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Spans by label</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Time left, about</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Time per pair</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{done} done · {spans} spans · {skipped} skipped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{min} min</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{s} s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{time} a pair</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Desk</name>
    <message numerus="yes">
      <source>%n repeat(s) in this article</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>Blind mode: nothing is highlighted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Comparing…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New event</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No shared passage</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Repeated</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{left} of the left text is in the right one · {right} of the right in the left</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>EventChooser</name>
    <message>
      <source>+ New event “{title}”…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>+ New event…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Attach</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Attach an event</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Events</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find an event by title, other name, place or date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New event</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reported by</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>all articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>both articles</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>EventEditor</name>
    <message>
      <source>Another event</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Articles that report it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Event</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep changes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Merge into</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>Reported by %n article(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>The event is deleted.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The two events are one now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>EventFields</name>
    <message>
      <source>2023-09-13, 2023-09, 2023 or in words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Also known as</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Participants</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Title</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>other names and spellings, separated by semicolons</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>separated by semicolons</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Export</name>
    <message>
      <source>Annotations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export a dataset</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Exported {counts} to {place}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Format</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No preview: the project has too many articles.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only pairs that are done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Preview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save as</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Seed of the split</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Split into</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The seed of the split is a whole number.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>everybody’s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>only a checksum of each text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>with the texts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>without the texts</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Failure</name>
    <message>
      <source>Copy the report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something went wrong</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is a mistake in Dittomark, not yours. Your work is saved. You can go on; if it happens again, please send us the report below.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>FilterMenu</name>
    <message>
      <source>All</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Flagged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Language</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Skipped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Source</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To do</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>FindBar</name>
    <message numerus="yes">
      <source>%n hit(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find in both articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Match case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whole words</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>FindPairs</name>
    <message numerus="yes">
      <source>%n new pair(s) in the queue.</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>A fair random sample</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Also reports of one event that share no passage</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Event by event</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find pairs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find pairs to compare</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Groups of copies together</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looks through all articles for copies, rewrites and shared passages and puts them into the queue. Only articles that came since the last time are compared.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Most alike first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Most doubtful first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No new pairs were found.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Order of the queue</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Guidelines</name>
    <message>
      <source>*No guidelines yet.*

Write down how pairs are judged and spans are marked; every annotator sees it here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Edit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Guidelines</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Guidelines in Markdown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>History</name>
    <message>
      <source>(undone)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Details</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everybody</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>History</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>When</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} new: {table}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Import</name>
    <message numerus="yes">
      <source>%n article(s) imported.</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n stood there already.</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>Characters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Encoding</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find pairs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Format</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Importing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Language</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking at {path}…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number or name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Source</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The first articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Title</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Web address</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which column is what</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more that can’t be read</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>found by itself</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>LabelPanel</name>
    <message>
      <source>+ Event</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add a note for the reviewer…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Attach an event</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Both articles also mention</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Detach this event</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done, next pair</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Events</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>None yet. Select text and press B.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Refuse this suggestion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Relation of the pair</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Spans in this article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>flag</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>skip</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>LabelTable</name>
    <message>
      <source>Add a label</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colour</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colour…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Has a direction</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Key in files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move down</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Retired</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shortcut</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What it means</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Labels</name>
    <message>
      <source>Advertisement</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Both report the same event in words of their own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Byline, dateline</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Caption</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Comment form</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copyright notice</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Exact duplicate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Markup leftover</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Most read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Navigation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Near duplicate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One contains the other</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One is a light rewrite of the other, from start to end.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Other boilerplate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Partial copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Parts of one stand in the other; the rest is its own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Related links</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Same event, own text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share, subscribe</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The same text, word for word.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The whole of one stands inside the other.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They report different things.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To be looked at again, by somebody else.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unrelated</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unsure</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>LeftPanel</name>
    <message>
      <source>Articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Events</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lists</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pairs</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ListMenus</name>
    <message>
      <source>Details of the first article…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Details of the second article…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Details…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Edit…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show its articles side by side</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show side by side</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ListPanel</name>
    <message numerus="yes">
      <source>%n shown</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>Filter by…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sort by…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sorted by {what} ▾</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Lists</name>
    <message>
      <source>Articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Events</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Filter: title, outlet, date, “text”…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find an event, in any spelling…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No article. Drop files or a folder here to import them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No event. Press E beside an article to create one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No pair fits the filter.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No pair yet. Import at least two articles first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No pair yet. Project › Find pairs to compare fills this list; or select two articles and pair them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pairs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Untitled</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>flagged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>language</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>length</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>order of adding</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>order of import</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>shared text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>skipped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>source</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>status</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>title</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} characters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{percent} shared</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Nothing to show yet.

Drop files or a folder here to import articles,
or choose a pair or an article on the left.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opening {name}…</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Manual</name>
    <message>
      <source>Find in the manual</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find in the manual…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Manual</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pages</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Marking</name>
    <message numerus="yes">
      <source>%n suggestion(s) accepted.</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) refused.</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>Click into a marked span first, or press G to go to one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Click into an article first, or select text.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{label}” deleted.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Merge</name>
    <message numerus="yes">
      <source>%n row(s) were changed differently in different files.</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>Dittomark projects (*.ditto)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Files of other annotators</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Joined. New: {what}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Joining the files…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look at them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nothing</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Messages</name>
    <message>
      <source>Close this message</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Navigation</name>
    <message>
      <source>Every pair of this list is done or skipped.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is the first pair.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is the last pair.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>NewProject</name>
    <message>
      <source>Add a folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add a folder…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add files…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Files and folders</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make the project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>My project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Step {n} of {total}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The labels of another project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The labels of another project…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The labels that ship</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which articles? Texts, web pages, CSV, JSONL; you can add more later, or drop them onto the window.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You can change the labels at any time: Project › Label scheme.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your name or initials</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} exists already: choose another name.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Numbers</name>
    <message>
      <source>{h} h {min} min</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{min} min {s} s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} %</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{s} s</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Operations</name>
    <message>
      <source>Accept a suggestion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accept suggestions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add a pair</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add pairs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add suggestions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Attach an event</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change a span</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change the label scheme</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Create an event</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete a span</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete an event</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Detach an event</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Edit an article’s details</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Edit an event</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Judge a pair</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mark a span</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Merge two events</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Redo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Refuse a suggestion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Refuse suggestions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rename the project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Page</name>
    <message>
      <source>Back to the articles</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Palette</name>
    <message>
      <source>Commands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find a command</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What do you want to do?</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Preferences</name>
    <message>
      <source> pt</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As the system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask before all suggestions are refused</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Changes apply at once.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fold boilerplate away</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Font of the articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>High contrast</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keyboard shortcuts…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Language</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Light</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Line spacing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Noto, as shipped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Preferences</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scroll the articles together</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show invisible characters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Size of the articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Theme</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your name</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Progress</name>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Projects</name>
    <message>
      <source>All files (*)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dittomark projects (*.ditto)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dittomark sample</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import a folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open project</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>RelationList</name>
    <message>
      <source>Left contains right</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Right contains left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Source: left → right</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Source: not said</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Source: right → left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Turn the direction</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which contains which? Not said</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Restore</name>
    <message>
      <source>Backups</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Restore</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Restore a backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Restored: {when}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The project becomes what it was then. What it is now is kept, so this can be undone.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There are no backups yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Safekeeping</name>
    <message>
      <source>It is not open there: take it over</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No backup could be made: {reason}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SchemeDialog</name>
    <message>
      <source>A label that is in use is never lost: removed, it stays as retired. Old annotations keep it, new ones can’t choose it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Label scheme</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Relations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Span labels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take over from a file…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use this scheme</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write to a file…</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Session</name>
    <message>
      <source>Done again: {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undone: {what}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Shortcuts</name>
    <message>
      <source>All as they came</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Filter</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keys</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Labels and relations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New key:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use this key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What it does</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SpanList</name>
    <message>
      <source>Spans in this article</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>StartPage</name>
    <message>
      <source>New project…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open project…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Or drop files or a folder here: texts, web pages, CSV, JSONL, or a .ditto project.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read articles side by side, mark boilerplate, judge what is copied and what is not. Everything stays on this computer, in one file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recent projects</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show me around</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try the sample project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What do two articles share?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>not there any more: </source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Tables</name>
    <message>
      <source>articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>decisions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>events</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>events of articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>judgements</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>pairs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>spans</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>suggestions</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Timeline</name>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>No events yet. Attach one to an article with E.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Timeline of events</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no date</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>TopBar</name>
    <message numerus="yes">
      <source>%n pair(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>Annotator: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Menu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pair {n} of {total}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pairs done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Suggestions ▾</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>about {time} left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{done} done · {flagged} flagged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} done today</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Tour</name>
    <message>
      <source>And when you are stuck</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a relation with its number. S turns the direction, E attaches an event. Space: done, next pair.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ctrl+K finds any command by a few letters, ? shows every key, F1 opens the manual.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything is saved at once</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mark boilerplate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pairs to judge</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Passages that both share have the same colour and number; ribbons join them. J and K go from one to the next.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Say how the two are related</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select text, or click in the margin to take a whole block, and press B, or the label’s own key. Dashed marks are suggestions: accept or refuse them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Skip</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start working</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The queue. Each row is a pair of articles; the bar shows how much they share. Filter and sort it above; the tabs lead to all articles and events.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no Save button: when it says Saved, it is on the disk. Ctrl+Z takes anything back, even tomorrow.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Two articles, side by side</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} of {total}</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
