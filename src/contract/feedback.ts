/** A verdict of the visitor on one message, or on the whole conversation where it names none. */
export interface Feedback {
  /** Id of the transcript entry; absent: the whole conversation. */
  messageId?: string;
  /** 1 to 5; thumbs down and up are 1 and 5. */
  rating: number;
  /** At most `MAX_COMMENT_LENGTH` UTF-16 code units. */
  comment?: string;
}

/** Body of `POST /api/sessions/:id/feedback`, for a verdict after the stream has closed. */
export interface FeedbackRequest extends Omit<Feedback, 'messageId'> {
  /** Id of the transcript entry; absent: the whole conversation. */
  message_id?: string;
}
