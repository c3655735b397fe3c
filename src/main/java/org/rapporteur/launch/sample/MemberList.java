package org.rapporteur.launch.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the members column of the list of consultation mechanisms: names separated by ";", observers after "|", with
 * remarks in between. What is no name is kept as a remark, never dropped and never taken for a member.
 *
 * @param members members and observers in the order stated
 * @param remark what the source says besides; "" for nothing
 */
record MemberList(List<Member> members, String remark) {
    private static final Pattern PREFIX = Pattern.compile("^(observers?|Söderköping:)\\s+");
    private static final Pattern BRACKET = Pattern.compile("\\s*\\(([^)]*)\\)$");

    /** A member as stated. */
    record Member(String name, String role) {}

    static MemberList of(String stated) {
        List<Member> members = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (String part : stated.split("\\|")) {
            String text = part.strip();
            if (text.isEmpty()) {
                continue;
            }
            String role = "member";
            Matcher prefix = PREFIX.matcher(text);
            if (prefix.find()) {
                if (prefix.group(1).toLowerCase(Locale.ROOT).startsWith("observer")) {
                    role = "observer";
                } else {
                    remarks.add("Members as of the " + prefix.group(1).replace(":", "") + " Process.");
                }
                text = text.substring(prefix.end());
            }
            if (role.equals("member") && !text.contains(";")) {
                remarks.add(text);
                continue;
            }
            for (String name : text.split(";")) {
                Matcher bracket = BRACKET.matcher(name.strip());
                String bare = name.strip();
                if (bracket.find()) {
                    remarks.add(bracket.group(1));
                    bare = bare.substring(0, bracket.start());
                }
                if (!bare.isBlank()) {
                    members.add(new Member(bare, role));
                }
            }
        }
        return new MemberList(List.copyOf(members), String.join(" ", remarks));
    }
}
