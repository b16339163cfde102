<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>NoticesPage</name>
    <message>
        <source>Individuals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HHS and other authorities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States&apos; offices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media and public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bureaus and partners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside the house</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::app</name>
    <message>
        <source>%1 and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>internal target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · discovered %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · the day of discovery is not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packet %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::app::ReminderDesk</name>
    <message>
        <source>%1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze until tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze %1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::app::Session</name>
    <message>
        <source>Locked because nobody used it for a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked before the computer went to sleep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked with the screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>appearance colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave open another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening with the recovery kit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the store…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the demo: an incident, letters, a packet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup to restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to put the restored store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case stores (*.tocsin)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · encrypted · saved %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locks after %1 min idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DAMAGED at entry %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verified at unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No incident yet. Begin one on the overview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger %1 · head %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The incidents cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The incident cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::items</name>
    <message>
        <source>Store created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store opened with the recovery kit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store encrypted anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery kit printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw key shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organization changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incident begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incident described</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline entry logged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline entry corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline entry flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work on a duty noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duty met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roster imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the roster decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts put into the facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice sent to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters produced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packet built</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger extract exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>met %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep until then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counsel&apos;s date; computed is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>regulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a fixed day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: newly owed, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no longer owed, was %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: waits for a fact, was %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: waits no longer, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 becomes %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 becomes %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One date moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 dates move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 earlier, by up to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 later, by up to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 earlier, %3 later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All individuals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HHS Secretary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Substitute notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media, State by State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HHS Secretary, Part 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State law, State by State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Attorney General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 residents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 without a usable address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>residents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>three</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>four</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>five</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>six</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No date changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Individuals: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One notice is newly owed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 notices are newly owed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One notice waits no longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 notices wait no longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One notice gets a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 notices get a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One notice loses its date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 notices lose their dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One notice is no longer owed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 notices are no longer owed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One notice then waits for a fact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 notices then wait for a fact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected a whole number of people, such as 612.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>facts.residents: expected a State and a number on each line, such as Texas 612.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>facts.residents.%1: expected each State once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>facts.known: expected who and when on each line, such as workforce: 3 Mar 2026.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People affected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discovery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discovered on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who knew, and when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One a line: workforce: 3 Mar 2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Happened from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Happened until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residents by State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One a line: Texas 612</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Living elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abroad, or nobody knows where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a usable address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten or more change the duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With commas: phi, name, diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was the key taken too?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was the data encrypted?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Law enforcement delay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did an official ask to wait?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, orally</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, in writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stated on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then in writing on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then wait until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business associate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Associate discovered it on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Associate told us on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it our agent?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected a date such as 27 Feb 2026.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected a date such as 27 Feb 2026, or with a time, 27 Feb 2026 10:15.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected a time between 0:00 and 23:59.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected a day alone: these facts name no time zone for a time of day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store brought up to this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change of discovery acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change of discovery declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duty given to a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal target set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on a duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders put off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date set by counsel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counsel&apos;s date taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule pack imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule packs accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadlines exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time stamp of a checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As soon as possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the law names no day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No date yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for a fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change one&apos;s own passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-key the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the recovery kit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back the store up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the raw key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin an incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe an incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set an incident&apos;s status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge a change of discovery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decline a change of discovery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log on the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the regulator&apos;s chronology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark and read privileged entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a deadline&apos;s state and owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a notice as given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a deadline to a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set an internal target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note on a deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put reminders off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set counsel&apos;s own date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take counsel&apos;s date back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a rule pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept other rule packs for an incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include or exclude people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the roster&apos;s figures into the facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the people affected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit a notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submit a notice for approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve a notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Produce letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the deadlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build a packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have a checkpoint time-stamped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the date was %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>80 % of the time has gone, %1, until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone has a usable address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>people have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 no usable address. Below ten, another written notice, a telephone call or other means will do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 no usable address. From ten on, a notice on the website or in major media, with a toll-free number, is owed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playbook started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a playbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register entry made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter in a register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register entry amended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amend a register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register entry closed or reopened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close or reopen in a register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forensic copy verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify a forensic copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a time of day becomes a date: America/Chicago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first day on which anyone knew, or with reasonable diligence would have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The knowledge of a wrongdoer does not count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who knew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small letters, with hyphens: privacy-officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Associate told the entity on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it the entity&apos;s agent?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An agent&apos;s discovery is the entity&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days that start other clocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A breach was determined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was settled that there was a breach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The breach was confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scope was identified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was known who is affected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The investigation was concluded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A likelihood of harm was determined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found material</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To investors, by a registrant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Became aware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the time, for clocks of hours abroad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessed as notifiable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good cause was filed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be given more time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One line a State or territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phi marks protected health information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was it a breach?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome of the assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A low probability of compromise, an exception, or a breach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exception claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only with the outcome exception</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it documented?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factors assessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many; the rule asks for four</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How an official asked to wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only after an oral statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clocks of associate agreements, payers and insurers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>covered-entity, or payer:acme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells two for one recipient apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Either days or hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests of regulators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One line a letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters, digits and hyphens: DR-1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OCR, or AG:TX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date in the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Either a date or days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days in the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extended to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction periods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a regulator lets the entity correct, and by when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters, digits and hyphens: COR-1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From 30 to 60</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found wrong, each with clocks of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters, digits and hyphens: F-1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A: 7 days, B: 14 days, C: 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first day on which the entity knew, or should have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the web site since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toll-free line open since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices already given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By recipient: individuals, HHS, media:TX, AG:CA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What else is true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that rules listen to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abroad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorities outside the United States to consider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records and years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last record made on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or the day on which it was last in effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar year in question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules count from it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date such as 27 Feb 2026, with a time if it is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date such as 27 Feb 2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No later than notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept for its incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has these rules already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No deadline changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) would be withdrawn. What was recorded stays in the list:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules added: %1. Changed: %2. Gone: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review on some facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of notices saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the texts of notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mailing recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record letters as mailed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned letters recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record letters that came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New address recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a new address of a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Substitute notice recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a substitute notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment on a notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment on notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer comments on notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment resolved or reopened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve comments on notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record where a notice appeared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place of a notice amended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amend where a notice appeared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posting taken down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record that a posting was taken down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter saved as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a letter as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof set accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept a proof set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annual log exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the annual log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be written to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Produced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mailed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mailed again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Substitute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 have a letter that was mailed and not returned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to be written to: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mailed, wave %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New address of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Substitute notice for %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Produced, wave %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mailed, wave %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New address: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Substitute notice: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record of deliveries taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back what was recorded of letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot reach: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told by the other first notice, letter or e-mail: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received %1; no request is entered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::items::AnnualLogModel</name>
    <message>
        <source>Incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No date yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counsel&apos;s, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! Late</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::items::ChecklistModel</name>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::items::DeliveryHistoryModel</name>
    <message>
        <source>recorded %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::items::DeliveryLogModel</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::items::DeliveryPeopleModel</name>
    <message>
        <source>wave %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::items::LaneModel</name>
    <message>
        <source>target %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no contact is entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contact %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::items::LedgerModel</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry %1: %2, %3, %4, %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::items::MonthModel</name>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::items::NoticeModel</name>
    <message>
        <source>Approval void</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 letters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::items::ObligationModel</name>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fact missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn, %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::items::PacketModel</name>
    <message>
        <source>by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number (SHA-256)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::items::PersonModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::items::RegisterIssueModel</name>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::items::RegisterModel</name>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::items::RuleBookModel</name>
    <message>
        <source>Rule pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For counsel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 doubtful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None doubtful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on some facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::items::RuleChangeModel</name>
    <message>
        <source>Which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::items::RuleModel</name>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::items::RunModel</name>
    <message>
        <source>Proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version %1 · %2 pages in %3 · %4 · %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::items::StateCountModel</name>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elsewhere or unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::items::TaskBoardModel</name>
    <message>
        <source>No owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a figure and left or late</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a day and an hour</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::items::TaskProgressModel</name>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::items::TimelineModel</name>
    <message>
        <source>Privileged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written by Tocsin for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>superseded by entry %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrects entry %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the regulator&apos;s chronology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time unknown, recorded %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views</name>
    <message>
        <source>The checks are running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody to write to yet: import a roster on the page People affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checks have to run before letters can be approved or produced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters cannot be approved or produced until this is put right: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters cannot be approved or produced until %1 checks are put right; the first is: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the draft to review when its words are right. Letters are produced once this exact version is approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A draft. Letters are produced once it was reviewed and approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the letters and the checks, then approve this exact version. Production starts after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for the compliance lead or legal counsel to approve this exact version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the letters say has changed since it was approved. Approve it again before producing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the letters say has changed since it was approved; it has to be approved again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved. The compliance lead or the communications lead produces the letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved exactly as it is. The letters go to a folder that you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The role %1 reads notices; it does not approve or produce them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packet %1 of incident %2: a PDF of %3, with %4 in all, in %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 passage that named a person of the roster was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 passages that named people of the roster were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this number to whoever gets the packet, by another way than the packet itself: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more thing is wrong; it is listed below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more things are wrong; they are listed below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This packet does not verify. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This packet verifies: the %1 of incident %2 from %3, packed on %4, are as they were made, and its ledger extract of %5 holds. Its number: %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each role may do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock is not running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You wrote these words; somebody else has to approve them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the letters and the checks. Approving asks why each warning stands; one has no reason yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the letters and the checks. Approving asks why each warning stands; %1 have no reason yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proof set is too small to have one of every kind of letter; make another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the proof set, then accept it. All letters are produced after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for somebody to read the proof set and accept it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved. Make the proof set next: the hardest letters and some at random, to be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved. The compliance lead or the communications lead makes the proof set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent: “Places” says where to and when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All letters are recorded as mailed. Producing again writes to those alone who have none yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files have been produced. Record under “Places” where they went; producing again makes the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved exactly as it is. The files go to a folder that you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These letters have been produced. Producing again writes to those alone who have none yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::AcceptRules</name>
    <message>
        <source>Newer rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the deadlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept these rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes into the ledger with the dates that move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2. Available: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compliance lead or legal counsel accepts them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why; dates follow from it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::AccessPage</name>
    <message>
        <source>People and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each role may do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>role passphrase key slot access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the recovery kit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print master key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back the store up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::AddNoticeButton</name>
    <message>
        <source>&amp;Add a notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at what is owed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at what is owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for a fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, due %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (there is one)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding the notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::AddressForm</name>
    <message>
        <source>Record the add&amp;ress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stree&amp;t or box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cit&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ZIP or postal code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it &amp;is from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as a forwarding order or a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where the new address is from.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::AnnualEntry</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when the breach happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many people are affected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what kinds of information were involved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what happened, in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was done about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the day individuals were told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No breach chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record the &amp;submission…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open its &amp;deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People affected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A business associate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organization itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Individuals told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Substitute notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::AnnualPage</name>
    <message>
        <source>Annual log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breaches of the year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No breach for the annual submission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here stand the breaches of fewer than 500 people discovered in the year. HHS is told of them within 60 days after its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year of discovery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day to submit: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not legal advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the annual log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreadsheets (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log written to %1. Not legal advice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the annual log as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HHS submission year spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the year of the annual log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HHS breaches under 500</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the annual log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::AnswersPanel</name>
    <message>
        <source>Answers to type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is copied is taken off the clipboard after a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is copied, and is taken off the clipboard after a minute.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::ApprovalsList</name>
    <message>
        <source>✓ Counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Void</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given to exactly what the letters say now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words, the facts or the roster have changed since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. An approval is given to one exact version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and one earlier, in the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 earlier, in the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 warning let stand: why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 warnings let stand: why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Because: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the reasons</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::Card</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::CheckModel</name>
    <message>
        <source>! Fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to put right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>· Hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hints</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::ChecklistPanel</name>
    <message>
        <source>Playbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hours count from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hours count &amp;from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start the playbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the playbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The discovery, as the facts have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The facts do not know the hour of discovery: enter the moment of the discovery or of the notice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 steps, each a task with its hour or day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 done; counted from %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red: %1 hours are over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amber: %1 hours are over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the moment with its hour, such as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 step is late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 steps are late.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::ClocksPanel</name>
    <message>
        <source>How the deadlines are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next dates in large type, in a window of their own (Ctrl+Shift+W)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::CommandPalette</name>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called that. Try fewer letters, or the name of a page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a page, a record or a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter opens · Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::CommentsPanel</name>
    <message>
        <source>On the whole notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, passage gone: “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to select a passage in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the comment is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a field above, and select the passage that is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to ask or say about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. A comment that is open is a warning when the notice is approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Resolved by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the passage of comment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 comment %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer, and Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer to comment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the passage in the words above, or choose “The whole notice”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::CompletionForm</name>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record as done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proved by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number that the portal gave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mailing&apos;s tracking id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who did what, in a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that proves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the day on which it was done, such as 27 Feb 2026; not a day to come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what proves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is and where it is kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::ContainmentPage</name>
    <message>
        <source>Containment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first days: what to do by which hour, and what was restricted, logged, copied and asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here stand the checklist of the first 72 hours and the registers of an incident.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired or missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is expired or missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 late or expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is expired or missing cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::CounselDate</name>
    <message>
        <source>no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift counsel&apos;s date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counsel&apos;s date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as 27 Mar 2026, or with a time, 27 Mar 2026 10:15.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands beside the date, in the ledger and in packets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the date as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counsel&apos;s date. Computed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change or confirm it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set counsel&apos;s date…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computed date has moved since: it was %1 when counsel set this one, and is %2 now. Counsel should confirm the date or lift it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a date such as 27 Mar 2026.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why; it stands beside the date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counsel&apos;s date, %1. The duty was withdrawn.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::CreateStorePage</name>
    <message>
        <source>A new store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything can be changed later, except that a lost passphrase without the recovery kit stays lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the store goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case stores (*.tocsin)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the recovery kit goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery kit (PDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One encrypted file, and one with its key slots beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print it, lock the paper away, delete the file. It opens the store if all else is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organization, as letters will name it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business associate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1-800-555-0100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>privacy@example.org</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>https://example.org</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postal address, line by line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clocks run in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toll-free number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You, the first person who can open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the store goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file of that name; choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the recovery kit goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters need the organization&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters need a return address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger signs with your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some fields still need an answer; each says what.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the store and its recovery kit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::DeadlineFiles</name>
    <message>
        <source>Export the deadlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadlines with their reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar written to %1. Not legal advice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the deadlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadlines written to %1. Not legal advice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the calendar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::DeadlinesPage</name>
    <message>
        <source>Deadlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the facts change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the deadlines as a calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ics outlook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try what happens if the facts change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discovered residents dates move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort deadlines by date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort deadlines by recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort deadlines by state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadlines follow from the facts of an incident, each with its reasons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every deadline with its reasons, to print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the deadlines with their reasons as a PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadlines as a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadlines as a calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadlines as lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gantt timeline recipients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next dates on a second screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>war room large type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search filter recipient State rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer rules are here. This incident keeps its own until you accept them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what would move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what newer rules would move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>law packs accept compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit any fact of the incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outline anchors determined contract findings flags abroad</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::DeliveriesPage</name>
    <message>
        <source>Deliveries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet. A mailing, returned letters, new addresses and substitute notices stand here, each with its day and proof.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No letters yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of each letter is recorded here, from the roster to the mailbox. A notice to individuals and a roster come first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of the letters of an incident stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From roster to mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters by person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names are not for your role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You see the figures. The leads of the response see the people themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a mailing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letters mailed post proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import returned mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letters came back undeliverable csv xlsx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search letters by person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name recipient delivered returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the letters…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::DeliveryPeople</name>
    <message>
        <source>No address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters by person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, id or city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened to the letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;address…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody gets this notice yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody fits this search and this standing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>street or box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ZIP or postal code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>country</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::DutyFilterBar</name>
    <message>
        <source>Find a deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter and sort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all deadlines again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No single State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter and sort (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::DutyList</name>
    <message>
        <source>Deadlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which deadlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not legal advice · rules %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No deadline here passes the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is owed on these facts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule was found not to apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No deadline waits on a fact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No duty was withdrawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting on a fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::DutyNotes</name>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note on this deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was agreed, asked or decided about it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::DutyPanel</name>
    <message>
        <source>No deadline chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs counsel&apos;s review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this date was reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in the list to see how its date was reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked against its source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is not owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is not asked any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter this fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter this fact: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::DutyWork</name>
    <message>
        <source>Record as done…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team&apos;s own date, on or before the due date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None set; the rules suggest %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target would lie after the due date, %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done on %1. %2: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choosing another state opens it again and takes the proof back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::EntryDetails</name>
    <message>
        <source>Choose an entry to see all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privileged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct this entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the entry should say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry stays and is shown as superseded; the correction stands beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the regulator&apos;s chronology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put into the regulator&apos;s chronology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw the claim of privilege</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim privilege</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chronology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given to the regulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not given to the regulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superseded by entry %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrects entry %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::FactDelegate</name>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>27 Feb 2026</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::FactTree</name>
    <message>
        <source>All facts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::FactsOutline</name>
    <message>
        <source>All facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the deadlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::FactsPanel</name>
    <message>
        <source>If the facts change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a fact to see which dates would move. Nothing is saved until you say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fact cannot be used; see the field below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. The dates follow the new facts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision %1 · %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put before counsel. The day of discovery changes, so the dates stay until legal counsel acknowledges it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All facts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::FactsTray</name>
    <message>
        <source>What would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason for the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes into the ledger with the facts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the facts back as they are saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working out what would change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role can try facts, but not save them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving needs a reason. Counsel must acknowledge the new discovery before any date moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving needs a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why the facts change, because dates follow from it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::FieldList</name>
    <message>
        <source>Find a field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter or a double click puts the field where the cursor is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::FirstStepsChoice</name>
    <message>
        <source>&amp;Holding statements for press, patients, partners and employees, as drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks of a &amp;playbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hours count from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with hours &amp;counted from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each task goes to whoever has its role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each task goes to whoever has its role. Nobody has yet: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the moment that the hours count from with its hour, such as %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::FunnelChart</name>
    <message>
        <source>From roster to mailbox</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::HouseStylePanel</name>
    <message>
        <source>Sa&amp;ve letterhead and signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Na&amp;me of who signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: each text closes as it is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;itle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as Privacy Officer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letterhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PNG or JPEG, printed at the top in place of the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hoose letterhead…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No letterhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose si&amp;gnature…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compliance lead changes these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are part of what an approval is given to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading letterhead and signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture of a signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letterhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving letterhead and signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. Notices that were approved have to be approved again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::IncidentGate</name>
    <message>
        <source>No incident yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the overview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::JobBar</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 h %2 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::KeysPanel</name>
    <message>
        <source>Passphrase now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change my passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase &amp;now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new one:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up to a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One encrypted file, checked after it is written. It opens with the passphrases of today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the recovery kit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One page with the store&apos;s key. It opens the store if every passphrase is lost: print it, lock it away, and destroy the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-key the store…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new key for the whole store, for when the kit or a copy may be in wrong hands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the passphrase you have now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed. The next unlocking asks for the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the recovery kit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the recovery kit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is written. Print it, lock the paper away, and destroy the file: whoever reads it can open the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back the store up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups (*.tocsin-backup)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backing the store up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up and checked: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the store a new key? It takes a while, and the recovery kit is void afterwards: make a new one. Passphrases stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-key now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-keying the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store has a new key. The old recovery kit is void: make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::LaneChart</name>
    <message>
        <source>How much time is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>60 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▨ Law-enforcement hold until %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::LaneTable</name>
    <message>
        <source>Dates by recipient</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::LedgerDetails</name>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an entry to see what it changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::LedgerPage</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the incident&apos;s extract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who did what, and when: signed, and sealed to what came before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the ledger extract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger extracts (*.jsonl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints (*.checkpoint)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger does not verify. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 entries verify: chain and signatures, in %2. Head %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting the extract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was written, up to entry %2. It holds what the entries say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was written: it pins the %2 entries of now. Keep it outside the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check chain signatures proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::LetterPreview</name>
    <message>
        <source>Edit words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find by name or id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a recipient by name or id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters are not shown to your role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A letter holds a person&apos;s name, address and health information. Those who prepare and review letters see it; you see how far each notice is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody to write to yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once the people affected are imported, any of their letters is shown here as it will be printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to People affected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recipient&apos;s name, city or id holds these words. Clear the search to see all letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipient %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sample with placeholders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this letter or a sample as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (Alt+V)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1. The ledger has it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::LetterProduction</name>
    <message>
        <source>letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty folder for the proof set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty folder for the letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking into the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder holds a run that was begun on %1 and not finished. Going on keeps its finished files and the date of its letters; nobody is missed or doubled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Producing the proof set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Producing letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 proofs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2 in %3, with a list of them, in %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 PDF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 PDF files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They had been made before and not recorded; now they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 file of the interrupted run was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files of the interrupted run were kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 person has no usable address and got no letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 people have no usable address and got no letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 address was shortened to fit the envelope&apos;s window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 addresses were shortened to fit the envelope&apos;s window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty folder for the notice&apos;s files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Producing the notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 as PDF, HTML, text and OpenDocument text, with their hashes, in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 envelope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 envelopes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 sheet of labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sheets of labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With %1, in the order of the letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <comment>between two kinds of files</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 address did not fit whole on letter, envelope or label; run.csv marks it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 addresses did not fit whole on letter, envelope or label; run.csv marks them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 as files to be sent, with a list of them, in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 e-mails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 person had the letter and was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 people had the letter and were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 person was told by e-mail and left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 people were told by e-mail and left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 scripts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::MainWindow</name>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log what happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timeline entry new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hide close away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Tocsin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::MonthCalendar</name>
    <message>
        <source>%1, limit %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due on this day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The month before (Page Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next month (Page Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 deadline has no day yet; the list and the lanes show it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 deadlines have no day yet; the list and the lanes show them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::MonthGrid</name>
    <message>
        <source>%1 today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days of the month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::NewIncidentForm</name>
    <message>
        <source>Known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of discovery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day it went on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day it went on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few plain words, such as “Order export left readable”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;We are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discovered on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first day anyone here knew, or should have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Went on &amp;from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t&amp;o</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin the incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected health information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A covered entity: provider, plan or clearinghouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A business associate of a covered entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A vendor of personal health records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A business not under HIPAA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a title, so that it can be told from others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::NewPassphrase</name>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength of the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four or five words that do not belong together are strong and easy to keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too short: at least %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak: add words that do not belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair. One more word makes it strong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use at least %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::NoticeReview</name>
    <message>
        <source>Checks before approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking %1 of %2 letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking letter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; nothing was checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checks read the letters of single people, which your role does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters are being produced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof set (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Produce %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Produce files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ccept proof set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof set accepted by %1, %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof set of %1 made by %2 · %3 · not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepting the proof set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::NoticeSide</name>
    <message>
        <source>Beside the notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::NoticesPage</name>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. Each run is listed here with its counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the words of the notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letter template text change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the notice to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letter counsel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve the notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letter sign off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Produce the letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print run pdf mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every incident comes with the letter to the people affected. It is written, checked, approved and produced here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at approvals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether approvals still count is not known: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duty met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the proof set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letter sample test print</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No incident yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An incident holds the facts, the clocks they start, and all that is done about them. Begin one as soon as something may have happened; it can be closed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next deadlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No deadline lies ahead: nothing is owed, or all of it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remediation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All deadlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begin create breach audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clocks running: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drafts: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tasks: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has begun; %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::PacketVerification</name>
    <message>
        <source>Verify a packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose its folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong with the packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any packet, whoever made it: every file against its hash, nothing missing or added, and the signed ledger extract up to its checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of the packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying the packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; the packet was not verified.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::PacketsPage</name>
    <message>
        <source>Packets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build a packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packets built</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No packet yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A packet is the record of this incident that an investigator can read and verify without Tocsin: one indexed PDF, and the hashes and signatures that prove it whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About packets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The incident, its deadlines with their reasons, the regulator&apos;s chronology, tasks, the log of changes, notices and approvals, and counts of letters by State; the ledger extract with its contents withheld, a signed checkpoint, and the SHA-256 of every file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name, address or other detail of a person affected. Nothing privileged, and nothing that is not in the regulator&apos;s chronology.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How anyone verifies it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compliance lead or legal counsel builds packets; anyone can verify one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packets are made of an incident, and there is none yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is the record of the incident as it stood then, for whoever has to be shown it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to put the packet&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building packet %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building a packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evidence investigator export regulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify a packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check hash bag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the packet&apos;s folder, with:
sha256sum -c manifest-sha256.txt
sha256sum -c tagmanifest-sha256.txt
With Tocsin, below or with:
tocsin packet verify FOLDER
Then compare the number in the list with the one that was handed over.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::PaletteModel</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::PassphraseField</name>
    <message>
        <source>! Caps Lock is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::PathField</name>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::PeoplePage</name>
    <message>
        <source>People affected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names are not for your role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You see the figures. The leads of the response see the people themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>csv xlsx file recipients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the people affected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The people affected belong to an incident. Their roster is imported here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::PeoplePanel</name>
    <message>
        <source>People with access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ro&amp;le</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the person&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has access now, as %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the key slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1? The store gets a new key, which takes a while, and the recovery kit is void: print a new one. Backups made until now stay readable to %1. What %1 did stays in the ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove and re-key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-keying the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed, and the store is re-keyed. The old recovery kit is void: make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::PlacesPanel</name>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! %1 early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Long enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken down %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no proof yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a &amp;place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or web address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State or market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A screenshot&apos;s name, a tear sheet, a confirmation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why so early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only if the law wants it to stand longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None recorded yet: the posting on the web site, and each outlet that gets it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day and proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it appeared or went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None recorded yet: how and when it reached its reader. That makes it sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::ProductionForm</name>
    <message>
        <source>A&amp;ll in one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State&apos;s te&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For&amp;m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the letters are produced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters in a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By ZIP code, abroad last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adults, minors and deceased people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters in a &amp;file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folde&amp;r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of their own for each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En&amp;velopes, #10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La&amp;bels, 30 on a sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>9 1/2 by 4 1/8 inches, with your return address, in the order of the letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>US Letter, 3 by 10 labels of 2 5/8 by 1 inch, in the order of the letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mails in a &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ll in one folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::ProposalCard</name>
    <message>
        <source>Waits for counsel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counsel&apos;s words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed to decline; they go into the ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge the proposed facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decline the proposed facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Proposed by %2 · %3. Until counsel decides, the facts and dates stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why it is declined.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::QuickEntry</name>
    <message>
        <source>In the &amp;regulator&apos;s chronology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Privileged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened? Press Enter to log it now · Ctrl+N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attorney-client privilege is claimed: only counsel and the compliance lead see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::Rail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::RailButton</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::RecentModel</name>
    <message>
        <source>%1 · opened %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::RecipientsPanel</name>
    <message>
        <source>born %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letter to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, id or city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet: import a roster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody fits this search and these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 people chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclude %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 of the roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why, for the record.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::RecordForm</name>
    <message>
        <source>&amp;Verify the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · by %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 *</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copied file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File *</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size, SHA-256 and SHA-512 are computed from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why *</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is amended, closed or opened again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 bytes. SHA-256 %3 SHA-512 %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as %1, in the zone of the organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Enter it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing digests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy to verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you wrote is not entered yet. Leave once more to drop it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the chan&amp;ge</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::RecordPanel</name>
    <message>
        <source>Record what happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mailed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Returned mail…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ubstitute notice…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;verybody again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Why everybody gets this notice again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes into the record. A correction that only some need is a notice of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose ho&amp;w and where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write to the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write to the rest (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No letter of this notice has been produced yet; that is done on the page of notices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters that were mailed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Substitute notice to whom no letter reaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to everybody again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording deliveries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading returned mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why, for the record.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::RecordingForm</name>
    <message>
        <source>1 letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, share %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wave %1%2: %3 of %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file that shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was &amp;given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as: home page for 90 days; calls by telephone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as 2026-03-20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Carrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who took them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;ference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the mail house, the carrier or the outlet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pr&amp;oof file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name and hash are kept; the file stays where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say how it was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A day looks like 2026-03-20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof is needed: a reference, a file, or both.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::RecoverPage</name>
    <message>
        <source>Open with the recovery kit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kit&apos;s code opens the store without any passphrase. You then get a slot with a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the kit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As printed; spaces, line breaks and case do not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the code as it is printed on the kit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new slot needs your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the store</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::RegistersPanel</name>
    <message>
        <source>&amp;Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records of the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing entered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is entered here stands in the ledger and on the timeline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to this register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::ReopenForm</name>
    <message>
        <source>Take the proof back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The timeline says so beside what it said before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why, for the record.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::ReturnedForm</name>
    <message>
        <source>A list of returned mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists (*.csv *.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of %1 rows %2 would be recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of %1 rows %2 are recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With them:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of returned mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;List of returned mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV or XLSX with a first line that names its columns: recipient_id, reason, date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Day of rows without one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loo&amp;k at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do&amp;ne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Record %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A day looks like 2026-03-20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as 2026-03-20. Leave it empty if they may be of several days: rows without a day count as of today then, and a row that could be an earlier return is kept out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::RosterPanel</name>
    <message>
        <source>This very file was imported before; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None needs a decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 need a decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows read: %2 new, %3 changed, %4 unchanged. %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a roster…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures and facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put these figures into the facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residents by State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rosters (*.csv *.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 people: %2 included, %3 to decide, %4 excluded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No roster yet. A roster is the list of the people affected, as CSV or XLSX with one person a row. Every row is kept; none is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The facts say %1 people, the roster %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row was accepted as it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision %1 · %2 · %3 · %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The facts have the roster&apos;s figures. The dates follow them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::RuleComparison</name>
    <message>
        <source>Rules that change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No incident is open; none moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would move</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::RuleFacts</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rules %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tightest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A contract runs to the same recipient; no clock to it ends before this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked against its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known, but not checked against its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sources leave doubt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs counsel&apos;s review.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::RuleImportPanel</name>
    <message>
        <source>Rules to take in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take them in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who sent them, or why they are better; it goes into the ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here already, and passed over: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 against what is available now. No incident moves until somebody accepts the rules for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why; dates can follow from it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::RuleText</name>
    <message>
        <source>The rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in the list to see its texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For counsel on some facts: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::RulesPage</name>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import rules…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule packs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules of the pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipient, State, citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For &amp;counsel only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is available. Each incident keeps its rules until somebody accepts these for it, under Deadlines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What every date follows from. Not legal advice; what is marked so is for counsel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compliance lead or legal counsel takes in rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule of this pack passes the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of rule packs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule packs (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>law pack update newer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder of rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>law packs update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>law citation State search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::StatusLine</name>
    <message>
        <source>State of the store</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::StreamNotice</name>
    <message>
        <source>The timeline does not agree with itself or with the facts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::SystemLockSource</name>
    <message>
        <source>Locks the case before sleep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::TaskBoard</name>
    <message>
        <source>Board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 tasks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::TaskChart</name>
    <message>
        <source>Tasks over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tasks yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since %1: %2 tasks, %3 of them done.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::TaskPanel</name>
    <message>
        <source>Due on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;ue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 moved it from %3 to %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in one line what is to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sp&amp;rint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Class of remediation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as 2026-24</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::TaskSummary</name>
    <message>
        <source>Tasks done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tasks yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks over time, as a chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks over time, as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks done; %1 late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks done; none is late.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::TasksPage</name>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it opened again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the task is opened again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is still to be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tasks yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has to be done to contain, repair and prove belongs here, each with an owner and a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the first task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows go from card to card; with Ctrl they take the card along. Enter opens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows go from card to card. Enter opens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is %1 opened again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new remediation work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks are what has to be done to contain, repair and prove an incident.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the latest change of a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo reverse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::TextModel</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it came with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program&apos;s text, brought back by %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved by %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program&apos;s text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own, %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::TextProblems</name>
    <message>
        <source>What has to be set right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! Fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::TextVersions</name>
    <message>
        <source>&amp;Edit on from this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the editor, not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you are writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it came with the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Struck through: removed. Underlined: added.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::TextsPage</name>
    <message>
        <source>Texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts of notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Program&apos;s text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the text that came with the program in the editor; saving makes it a version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compliance lead, legal counsel and the communications lead change texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>House</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 saved version %2 while you were writing: %3. “Versions” shows what it changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save mine on top of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as version %1. Notices made of this text have to be approved again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>template letter words wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a field into the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>template insert value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare versions of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>template differences history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change letterhead or signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logo house sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the program&apos;s text back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>template restore shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::TimelineList</name>
    <message>
        <source>Timeline entries</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::TimelinePage</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log what happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regulator&apos;s chronology only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is logged yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down what happened, when, and who knew. The sooner it is written, the more it is worth later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entry matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entry has all these words, in this stream and chronology.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the regulator&apos;s chronology only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The timeline belongs to an incident.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the latest change of the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo reverse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::TopStrip</name>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the case and lock the store (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::UndoOffer</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::UnlockPage</name>
    <message>
        <source>Choose the key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase or key file lost? Use the recovery kit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who are you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your slot needs a key file beside the passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your passphrase first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose your key file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the store</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::WaitingList</name>
    <message>
        <source>Decide about 1 person of the roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide about %1 people of the roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They get no letter until somebody does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version %1, by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out a fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out %1 facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge another day of discovery, or decline it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at your date again: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the date that the law computes has moved since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What waits for you could not all be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::WarRoom</name>
    <message>
        <source>No date lies ahead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not legal advice · F11 fills the screen, Escape closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next dates – Tocsin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: next dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dates cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::WarRoomRow</name>
    <message>
        <source>! Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soon</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::WarningReasons</name>
    <message>
        <source>Why it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this stands: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::WelcomePage</name>
    <message>
        <source>For the days after a failed HIPAA audit or a breach of health information: every clock, every notice, and the proof of what was done. The case stays on this machine, encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One encrypted file for your organization&apos;s incidents, and a recovery kit to print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A store you have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a .tocsin file with your name and passphrase, or with its recovery kit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An invented breach two weeks in, with clocks running and letters in review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stores opened before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off this list (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case stores (*.tocsin)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::WhenField</name>
    <message>
        <source>When it happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date and time it happened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::views::WordsForm</name>
    <message>
        <source>Words of this notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving makes version %1, a draft again; what was approved before no longer counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year-month-day, such as 2026-03-20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page beside shows the words as you type. Saving makes version %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
